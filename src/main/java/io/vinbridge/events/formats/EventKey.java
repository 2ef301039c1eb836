package io.vinbridge.events.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.events.VehicleEvent;
import io.vinbridge.vehicles.CanonicalJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Deduplication key of an event: a SHA-256, in hexadecimal. The prefixes name the content that it covers, and the rules. */
final class EventKey {

    private static final String BETWEEN = "\u001f";

    private EventKey() {}

    /** Of source and id; of the canonical content where it has no id. */
    static String of(VehicleEvent event) {
        return event.id() == null
                ? sha256(("content.1" + BETWEEN + CanonicalJson.text(event.withoutWarnings())).getBytes(UTF_8))
                : sha256(("id.1" + BETWEEN + event.source() + BETWEEN + event.id()).getBytes(UTF_8));
    }

    /** Of what is not understood: its bytes. */
    static String of(byte[] body) {
        return sha256(body);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
