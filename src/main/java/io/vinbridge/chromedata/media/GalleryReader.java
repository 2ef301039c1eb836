package io.vinbridge.chromedata.media;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a style's document: XML turned into JSON, where attributes are members named {@code @name} whose values are all
 * strings, and a single child stands as an object where several stand in an array.
 */
public final class GalleryReader {

    private static final List<String> WRAPPERS = List.of("styleMedia", "modelMedia", "bodyTypeMedia");

    /** Reads on to the end of the bytes: whoever keeps them misses none, and nothing may follow the document. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private GalleryReader() {}

    /**
     * Reads the whole stream; entries without an address, which nobody could fetch, are left out.
     *
     * @throws IOException if it is no JSON object; the connection's own failure otherwise
     */
    public static List<ListedPicture> read(InputStream json) throws IOException {
        JsonNode document = JSON.readTree(json);
        if (document == null || !document.isObject()) {
            throw new NoGallery("the listing is no JSON object");
        }
        for (String wrapper : WRAPPERS) {
            document = document.path(wrapper).isObject() ? document.path(wrapper) : document;
        }
        List<ListedPicture> pictures = new ArrayList<>();
        gather(document.path("view"), pictures);
        gather(document.path("colorized"), pictures);
        return pictures;
    }

    private static void gather(JsonNode children, List<ListedPicture> pictures) {
        for (JsonNode child : children.isObject() ? List.of(children) : children) {
            ListedPicture picture = picture(child);
            if (picture.address() != null) {
                pictures.add(picture);
            }
        }
    }

    private static ListedPicture picture(JsonNode child) {
        return new ListedPicture(
                text(child, "@href"),
                text(child, "@shotCode"),
                pixels(child, "@width"),
                pixels(child, "@height"),
                text(child, "@backgroundDescription"),
                text(child, "@primaryColorOptionCode"),
                text(child, "@primaryRGBHexCode"),
                text(child, "@secondaryColorOptionCode"),
                text(child, "@secondaryRGBHexCode"));
    }

    private static String text(JsonNode child, String attribute) {
        String text = child.path(attribute).asText("").trim();
        return text.isEmpty() ? null : text;
    }

    private static Integer pixels(JsonNode child, String attribute) {
        int pixels = child.path(attribute).asInt(0);
        return pixels > 0 ? pixels : null;
    }

    /** The answer is no listing. */
    public static final class NoGallery extends IOException {
        NoGallery(String message) {
            super(message);
        }
    }
}
