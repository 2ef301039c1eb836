package io.vinbridge.api.caching;

import io.vinbridge.gallery.listing.StoredGallery;
import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.documents.StoredStyle;
import io.vinbridge.vehicles.registry.StoredVehicle;

/**
 * Entity tags of what is served: of the document, of the vehicle's own row, and of the look, so that whatever changes in the answer
 * changes the tag. They are weak, because the same answer may be sent compressed or not.
 */
public final class ETags {

    private static final int ENOUGH = 16;

    private ETags() {}

    public static String of(StoredVehicle vehicle) {
        return tag(vehicle.document(), vehicle.version(), vehicle.look(), vehicle.remembered());
    }

    public static String of(StoredStyle style) {
        return tag(style.document(), 0, style.look(), style.remembered());
    }

    public static String of(StoredGallery gallery, long vehicleVersion) {
        return "W/\"" + gallery.styleId() + '-' + gallery.version() + '-' + vehicleVersion
                + (gallery.stale() ? "-s\"" : "-f\"");
    }

    private static String tag(DocumentHash document, long version, LastFetch look, boolean remembered) {
        boolean fresh = look != null && !look.stale();
        return "W/\"" + document.toString().substring(0, ENOUGH) + '-' + Long.toString(version, 36) + '-'
                + (look == null ? "0" : Long.toString(look.version(), 36))
                + (remembered ? "-m\"" : fresh ? "-f\"" : "-s\"");
    }
}
