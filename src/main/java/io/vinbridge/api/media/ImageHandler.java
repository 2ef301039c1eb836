package io.vinbridge.api.media;

import io.vinbridge.api.caching.ByteRange;
import io.vinbridge.api.caching.ConditionalRequest;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.pictures.MediaSettings;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.gallery.mirror.Images.Kept;
import io.vinbridge.gallery.mirror.Renditions;
import io.vinbridge.gallery.store.ImageHash;
import java.util.List;
import java.util.Map;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Serves images. Under one address there are the same bytes for ever. */
@Component
class ImageHandler {

    private static final Map.Entry<String, String> IN_PARTS = Map.entry("Accept-Ranges", "bytes");

    /** Pages of other sites show them, whatever rules these have for what they take from elsewhere. */
    private static final Map.Entry<String, String> ANYWHERE = Map.entry("Cross-Origin-Resource-Policy", "cross-origin");

    private final Renditions renditions;
    private final Map.Entry<String, String> forEver;

    /** What is not open to anyone is kept by no cache that others share. */
    ImageHandler(Renditions renditions, MediaSettings settings) {
        this.renditions = renditions;
        this.forEver =
                Map.entry("Cache-Control", (settings.open() ? "public" : "private") + ", max-age=31536000, immutable");
    }

    Reply image(@Variable("parameters") Parameters parameters, @Variable("request") HttpRequest request) {
        Kept kept = renditions.get(hash(parameters.text("hash")), parameters.integer("width"), type(parameters));
        String tag = '"' + kept.image().hash().hex() + '"';
        List<Map.Entry<String, String>> headers = List.of(forEver, IN_PARTS, ANYWHERE, Map.entry("ETag", tag));
        String type = kept.image().type();
        if (ConditionalRequest.matches(request.ifNoneMatch(), tag)) {
            return new Reply(304, type, headers, Content.NONE);
        }
        byte[] bytes = kept.bytes();
        boolean part = request.range() != null
                && (request.ifRange() == null || request.ifRange().equals(tag));
        return part
                ? ByteRange.read(request.range(), bytes.length)
                        .map(range -> range.reply(type, headers, bytes))
                        .orElseGet(() -> new Reply(200, type, headers, Content.of(bytes)))
                : new Reply(200, type, headers, Content.of(bytes));
    }

    private static String type(Parameters parameters) {
        String format = parameters.text("format");
        return format == null ? null : "image/" + format;
    }

    private static ImageHash hash(String text) {
        try {
            return new ImageHash(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(Reason.NOT_FOUND, "There is no picture of this name");
        }
    }
}
