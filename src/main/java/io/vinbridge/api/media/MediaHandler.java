package io.vinbridge.api.media;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vinbridge.api.caching.AgeHeader;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.pictures.PictureAddresses;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.gallery.listing.Picture;
import io.vinbridge.gallery.listing.StoredGallery;
import io.vinbridge.gallery.selection.CopyPolicy;
import io.vinbridge.gallery.selection.PictureChoice;
import io.vinbridge.gallery.selection.PictureQuery;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.registry.StoredVehicle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for pictures, and answers them. */
@Component
public class MediaHandler {

    private final Documents documents;
    private final PagedReplies lists;
    private final PictureColor colors;
    private final PictureAddresses addresses;
    private final CopyPolicy copying;

    MediaHandler(
            Documents documents,
            PagedReplies lists,
            PictureColor colors,
            PictureAddresses addresses,
            CopyPolicy copying) {
        this.documents = documents;
        this.lists = lists;
        this.colors = colors;
        this.addresses = addresses;
        this.copying = copying;
    }

    /**
     * The style whose pictures are shown: the one asked for, or the vehicle's, or, while that is ambiguous, the first
     * of the candidates, which the answer then says. Null where the vehicle has no style at all, or no description.
     */
    Integer style(@Variable("vehicle") StoredVehicle vehicle, @Variable("parameters") Parameters parameters) {
        Integer asked = parameters.integer("styleId");
        Integer style = asked == null ? vehicle.summary().styleId() : asked;
        if (style != null || !vehicle.described()) {
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
        return reply(gallery, vehicle, parameters, more);
    }

    Reply styleMedia(@Body StoredGallery gallery, @Variable("parameters") Parameters parameters) {
        return reply(gallery, null, parameters, new LinkedHashMap<>());
    }

    /** {@code gallery} is null where the vehicle has no style, {@code vehicle} where a style was asked for. */
    private Reply reply(StoredGallery gallery, StoredVehicle vehicle, Parameters parameters, Map<String, Object> more) {
        more.put("styleId", gallery == null ? null : gallery.styleId());
        more.put("fetchedAt", gallery == null ? null : gallery.at());
        more.put("stale", gallery != null && gallery.stale());
        if (gallery == null) {
            return AgeHeader.reply(lists.reply(List.of(), null, more), null);
        }
        Optional<PictureColor.Wanted> color = colors.wanted(parameters.text("color"), vehicle, gallery);
        more.put("color", color.map(PictureColor.Wanted::shown).orElse(null));
        return AgeHeader.reply(lists.reply(chosen(gallery, parameters, color), null, more), gallery.at());
    }

    /** What is copied comes first: it is what can be shown at once. */
    private List<Item> chosen(StoredGallery gallery, Parameters parameters, Optional<PictureColor.Wanted> color) {
        PictureQuery wish = new PictureQuery(
                parameters.text("shot"),
                parameters.text("background"),
                parameters.integer("width"),
                color.map(PictureColor.Wanted::match).orElse(null),
                color.isPresent());
        boolean copiedOnly = parameters.flag("copied");
        List<Picture> listed = gallery.pictures().stream()
                .filter(picture -> !copiedOnly || picture.url() != null)
                .toList();
        Set<Picture> toCopy = copying.wanted(gallery.pictures());
        PictureAddresses.Form form = addresses.of(parameters);
        return PictureChoice.of(listed, wish).stream()
                .sorted(Comparator.comparing(picture -> picture.url() == null))
                .limit(parameters.integer("limit", Integer.MAX_VALUE))
                .map(picture ->
                        new Item(picture.at(form.of(picture.url())), picture.url() != null || toCopy.contains(picture)))
                .toList();
    }

    /** A picture, and whether it is copied, or will be: of what is not, there never is an address. */
    record Item(@JsonUnwrapped Picture picture, boolean toCopy) {}
}
