package io.vinbridge.api.media;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.gallery.colors.ColorMatch;
import io.vinbridge.gallery.colors.ColorMatching;
import io.vinbridge.gallery.colors.KnownColors;
import io.vinbridge.gallery.colors.PaintColor;
import io.vinbridge.gallery.listing.StoredGallery;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.registry.Vehicles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** In which colour pictures are shown: the one asked for, else the one that the vehicle is known to have. */
@Component
class PictureColor {

    private final Documents documents;
    private final Descriptions descriptions;
    private final Vehicles vehicles;

    PictureColor(Documents documents, Descriptions descriptions, Vehicles vehicles) {
        this.documents = documents;
        this.descriptions = descriptions;
        this.vehicles = vehicles;
    }

    /**
     * A colour that is to be shown.
     *
     * @param text in somebody's words
     * @param source {@code asked}, or, for a vehicle's own colour, {@code built} or {@code stated}
     * @param match null where that is none of the style's colours
     */
    record Wanted(String text, String source, ColorMatch match) {

        /** For the answer. */
        Map<String, Object> shown() {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("asked", text);
            shown.put("source", source);
            PaintColor color = match == null ? null : match.color();
            PaintColor second = match == null ? null : match.secondary();
            shown.put("code", color == null ? null : color.code());
            shown.put("name", color == null ? null : color.name());
            shown.put("secondaryCode", second == null ? null : second.code());
            shown.put("score", match == null ? 0 : match.score());
            shown.put("reason", match == null ? "none of the style's colours is meant" : match.reason());
            return shown;
        }
    }

    /** Empty where no colour is asked for, and none is known of the vehicle. {@code vehicle} is null for a style. */
    Optional<Wanted> wanted(String asked, StoredVehicle vehicle, StoredGallery gallery) {
        Description description = description(vehicle, gallery.styleId());
        if (asked != null) {
            return Optional.of(wanted(asked, "asked", description, gallery));
        }
        if (vehicle == null) {
            return Optional.empty();
        }
        return KnownColors.built(gallery.styleId(), description)
                .map(code -> wanted(code, "built", description, gallery))
                .or(() -> vehicles.statedColor(vehicle.vin()).map(text -> wanted(text, "stated", description, gallery)))
                .filter(known -> known.match() != null);
    }

    private static Wanted wanted(String text, String source, Description description, StoredGallery gallery) {
        return new Wanted(
                text,
                source,
                ColorMatching.match(text, KnownColors.of(gallery.styleId(), description, gallery.pictures()))
                        .orElse(null));
    }

    /** Of a style that nobody described, pictures alone tell the colours: that is not worth a call. */
    private Description description(StoredVehicle vehicle, int styleId) {
        if (vehicle != null && vehicle.described()) {
            return documents.get(vehicle.document()).description();
        }
        return descriptions
                .style(styleId)
                .filter(style -> style.document() != null)
                .map(style -> documents.get(style.document()).description())
                .orElse(null);
    }
}
