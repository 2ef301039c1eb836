package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.work.Claim;
import org.springframework.stereotype.Component;

/** Keys under which the vehicle of a claim stands with whichever service answers. */
@Component
class ClaimKeys {

    private final RequestKeys keys;
    private final Descriptions descriptions;

    ClaimKeys(RequestKeys keys, Descriptions descriptions) {
        this.keys = keys;
        this.descriptions = descriptions;
    }

    /** The key of the asked VIN alone. */
    String alone(DescribingService service, Claim claim) {
        return keys.alone(service, new Vin(claim.argument()));
    }

    /** Whether other VINs may stand under the claim's key. */
    boolean shared(Claim claim) {
        return !claim.key().equals(alone(RequestKeys.serviceOf(claim.key()), claim));
    }

    /** Whether those under the claim's key have a key each with a service, which no move of all can give them. */
    boolean partsWith(DescribingService service, Claim claim) {
        return shared(claim) && descriptions.individually(pattern(service, claim));
    }

    /** The claim's key with a service: the pattern's, or the VIN's own where it is known by itself. */
    String with(DescribingService service, Claim claim) {
        String alone = alone(service, claim);
        return !shared(claim) && descriptions.apart(pattern(service, claim), alone) ? alone : pattern(service, claim);
    }

    private String pattern(DescribingService service, Claim claim) {
        return keys.describing(service, new Vin(claim.argument()));
    }
}
