package io.vinbridge.ops.health;

import io.vinbridge.failures.Failure;
import io.vinbridge.gallery.store.ImageStore;
import io.vinbridge.ops.monitoring.DegradedHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the store of pictures. It is no part of readiness: pictures that are there are served, and nothing else needs the store. */
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
        } catch (Failure failure) {
            return DegradedHealth.because(
                    "media-store-full",
                    failure.getMessage(),
                    "Make room in the store of pictures, or mend the way there; copying goes on by itself");
        }
    }
}
