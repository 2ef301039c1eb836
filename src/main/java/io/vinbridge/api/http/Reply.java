package io.vinbridge.api.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answer of a route: a status, headers, and content of one type. */
public record Reply(int status, String type, List<Map.Entry<String, String>> headers, Content content) {

    public static final String JSON = "application/json";

    private static final String VARY = "Vary";

    public static Reply of(int status, String type, Content content) {
        return new Reply(status, type, List.of(), content);
    }

    public static Reply ok(Content json) {
        return of(200, JSON, json);
    }

    /** Sends it. */
    public void writeTo(HttpServletResponse response) throws IOException {
        if (head(response)) {
            content.writeTo(response.getOutputStream());
        }
    }

    /** Says what is said before the content; false where none may follow. */
    public boolean head(HttpServletResponse response) {
        response.setStatus(status);
        for (Map.Entry<String, String> header : headers) {
            if (VARY.equals(header.getKey())) {
                // What was said before still holds: each line adds to it.
                response.addHeader(VARY, header.getValue());
            } else {
                response.setHeader(header.getKey(), header.getValue());
            }
        }
        if (status == HttpServletResponse.SC_NOT_MODIFIED) {
            return false;
        }
        response.setContentType(type);
        if (content.length() >= 0) {
            response.setContentLengthLong(content.length());
        }
        return true;
    }

    /** The whole content, for replies that are small. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same in gzip, where that is at hand; what is not, the container compresses. */
    public Reply inGzip() {
        return content.gzip()
                .map(gzip -> new Reply(status, type, headers, gzip)
                        .with("Content-Encoding", "gzip")
                        .with(VARY, "Accept-Encoding"))
                .orElse(this);
    }

    /** The same content as of another media type. */
    public Reply as(String mediaType) {
        return new Reply(status, mediaType, headers, content);
    }

    /** The same with one header more. */
    public Reply with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Reply(status, type, more, content);
    }
}
