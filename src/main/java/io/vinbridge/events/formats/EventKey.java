package io.vinbridge.events.formats;

import io.vinbridge.events.VehicleEvent;
import io.vinbridge.vehicles.CanonicalJson;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Deduplication key of an event: a SHA-256, in hexadecimal. The prefixes name the content that it covers, and the
 * rules.
 */
final class EventKey {

    private static final String BETWEEN = "\u001f";

    private EventKey() {}

    /** Of source and id; of the canonical content where it has no id. {@code json} is what the event is stored as. */
    static String of(VehicleEvent event, String json) {
        return event.id() == null
                ? DigestUtils.sha256Hex("content.1" + BETWEEN + content(event, json))
                : DigestUtils.sha256Hex("id.1" + BETWEEN + event.source() + BETWEEN + event.id());
    }

    private static String content(VehicleEvent event, String json) {
        return event.warnings().isEmpty() ? json : CanonicalJson.text(event.withoutWarnings());
    }

    /** Of what is not understood: its bytes. */
    static String of(byte[] body) {
        return DigestUtils.sha256Hex(body);
    }
}
