package io.vinbridge.api;

import io.vinbridge.api.http.Reply;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.gallery.StoredGallery;
import io.vinbridge.vehicles.Documents;
import io.vinbridge.vehicles.StoredVehicle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for pictures, and answers them. */
@Component
class MediaRequests {

    private final Documents documents;
    private final Lists lists;

    MediaRequests(Documents documents, Lists lists) {
        this.documents = documents;
        this.lists = lists;
    }

    /**
     * The style whose pictures are shown: the one asked for, or the vehicle's, or, while that is ambiguous, the first of the
     * candidates, which the answer then says. Null where the vehicle has no style at all.
     */
    Integer style(@Variable("vehicle") StoredVehicle vehicle, @Variable("parameters") Parameters parameters) {
        Integer asked = parameters.integer("styleId");
        Integer style = asked == null ? vehicle.summary().styleId() : asked;
        if (style != null) {
            return style;
        }
        return documents.get(vehicle.document()).description().styles().stream()
                .map(Style::id)
                .min(Integer::compare)
                .orElse(null);
    }

    Reply vehicleMedia(
            @Body StoredGallery gallery,
            @Variable("vehicle") StoredVehicle vehicle,
            @Variable("parameters") Parameters parameters) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("vin", vehicle.vin().value());
        more.put("ambiguous", vehicle.ambiguous() && parameters.integer("styleId") == null);
        return reply(gallery, more);
    }

    Reply styleMedia(@Body StoredGallery gallery) {
        return reply(gallery, new LinkedHashMap<>());
    }

    private Reply reply(StoredGallery gallery, Map<String, Object> more) {
        more.put("styleId", gallery == null ? null : gallery.styleId());
        more.put("fetchedAt", gallery == null ? null : gallery.at());
        more.put("stale", gallery != null && gallery.stale());
        Reply reply = lists.reply(gallery == null ? List.of() : gallery.pictures(), null, more);
        return Aged.reply(reply, gallery == null ? null : gallery.at());
    }
}
