package io.vinbridge.ops.health;

import io.vinbridge.failures.Failure;
import io.vinbridge.gallery.store.ImageStore;
import io.vinbridge.gallery.store.StoreFull;
import io.vinbridge.ops.monitoring.DegradedHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health of the store of pictures. It is no part of readiness: pictures that are there are served, and nothing else
 * needs the store.
 */
@Component("picturesHealthIndicator")
class PicturesHealth implements HealthIndicator {

    private final ImageStore store;

    PicturesHealth(ImageStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        try {
            store.checkRoom();
            return Health.up().build();
        } catch (StoreFull full) {
            return DegradedHealth.because(
                    "media-store-full",
                    full.getMessage(),
                    "Make room in the store of pictures; copying goes on by itself");
        } catch (Failure failure) {
            return DegradedHealth.because(
                    "media-store-unwritable",
                    failure.getMessage(),
                    "Let the service write there, or mend the setting; until then no picture is fetched, and then copying goes on by itself");
        }
    }
}
