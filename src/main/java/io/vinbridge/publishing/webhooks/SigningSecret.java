package io.vinbridge.publishing.webhooks;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signing secret of a webhook, in the form of Standard Webhooks: {@code whsec_} and 24 to 64 bytes in Base64. */
final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int USUAL = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private SigningSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new one. */
    static SigningSecret fresh() {
        byte[] bytes = new byte[USUAL];
        RANDOM.nextBytes(bytes);
        return new SigningSecret(bytes);
    }

    /**
     * The one that a text stands for.
     *
     * @throws Failure if it is none, without telling the text
     */
    static SigningSecret of(String text) {
        byte[] bytes = text.startsWith(PREFIX) ? decoded(text.substring(PREFIX.length())) : null;
        if (bytes == null || bytes.length < 24 || bytes.length > 64) {
            throw new Failure(
                    Reason.INVALID_REQUEST,
                    "A secret is \"whsec_\" and 24 to 64 bytes in Base64; leave it out to have one made");
        }
        return new SigningSecret(bytes);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** One signature of a message, in the form {@code v1,<Base64>}. */
    String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** The secret itself, for the database and for whoever just made it. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
