package io.vinbridge.api.caching;

import io.vinbridge.vehicles.documents.StoredDescription;
import io.vinbridge.vehicles.registry.StoredVehicle;
import java.util.Arrays;
import java.util.Objects;

/**
 * Entity tags of what is served: of the document, of the vehicle's own row with its offers, of the fetch, and of this
 * service's version, so that whatever changes in the answer changes the tag. They are weak, because the same answer may
 * be sent compressed or not.
 */
public final class ETags {

    /** Another version may write the same otherwise. */
    private static final String VERSION =
            Objects.requireNonNullElse(ETags.class.getPackage().getImplementationVersion(), "");

    private ETags() {}

    /**
     * Of a vehicle; {@code view} is what else decides on the answer, such as the view and the members that are picked.
     */
    public static String of(StoredVehicle vehicle, Object... view) {
        return tag(
                vehicle.document(),
                vehicle.requestKey(),
                vehicle.version(),
                vehicle.look(),
                vehicle.missing(),
                vehicle.vpic(),
                vehicle.remembered(),
                Arrays.asList(view));
    }

    /** Of a style or model; {@code view} as for a vehicle. */
    public static String of(StoredDescription description, Object... view) {
        return tag(
                description.document(),
                description.requestKey(),
                description.look(),
                description.remembered(),
                Arrays.asList(view));
    }

    /**
     * Of all parts: counters alone would begin anew, and so repeat, under another key, as after a change of settings.
     */
    private static String tag(Object... parts) {
        return "W/\"" + Fingerprint.of(VERSION, Arrays.asList(parts)) + '"';
    }
}
