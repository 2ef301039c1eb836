package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.pictures.PictureAddresses;
import io.vinbridge.gallery.listing.Picture;
import io.vinbridge.gallery.selection.BriefShowcase;
import org.springframework.stereotype.Component;

/** The pictures of a card: the hero, a thumbnail for each angle, and how many angles there are. */
@Component
class PictureJson {

    private static final int THUMBNAIL = 320;

    ObjectNode of(BriefShowcase showcase, PictureAddresses.Form addresses) {
        ObjectNode pictures = JsonNodeFactory.instance.objectNode();
        if (showcase.pictures().isEmpty()) {
            pictures.putNull("hero");
        } else {
            pictures.set("hero", picture(showcase.pictures().get(0), null, addresses));
        }
        ArrayNode thumbnails = pictures.putArray("thumbnails");
        showcase.pictures().stream()
                .filter(picture -> picture.url() != null)
                .forEach(picture -> thumbnails.add(picture(picture, THUMBNAIL, addresses)));
        pictures.put("count", showcase.count());
        return pictures;
    }

    /** {@code width} is null for the size in which it is kept. */
    private static ObjectNode picture(Picture picture, Integer width, PictureAddresses.Form addresses) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("url", addresses.of(picture.url(), width));
        json.put("placeholder", picture.placeholder());
        json.put("shot", picture.shot());
        json.put("color", picture.color());
        if (width == null) {
            json.put("width", picture.width());
            json.put("height", picture.height());
            json.put("background", picture.background());
        }
        return json;
    }
}
