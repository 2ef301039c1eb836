package io.vinbridge.api.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.failures.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * CloudEvent in binary mode, whose attributes are headers and whose body is its data (HTTP protocol binding, section
 * 3.1), put into the form in which they are one text of JSON.
 */
final class BinaryCloudEvent {

    private static final String PREFIX = "ce-";

    private BinaryCloudEvent() {}

    /** The event in structured mode; null where the request is none in binary mode. */
    static byte[] structured(RequestBody body, byte[] data, Json json) {
        Map<String, String> attributes = body.headers(PREFIX);
        if (!attributes.containsKey("specversion")) {
            return null;
        }
        ObjectNode event = json.mapper().createObjectNode();
        attributes.forEach((name, value) -> event.put(name, decoded(value)));
        if (!body.type().isEmpty()) {
            event.put("datacontenttype", body.type());
        }
        // What it is in, and whether it is JSON at all, is found out like that of data in Base64.
        event.put("data_base64", data);
        return json.bytes(event);
    }

    /** What is no visible sign of ASCII is written by percent signs; a plus sign is one. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
