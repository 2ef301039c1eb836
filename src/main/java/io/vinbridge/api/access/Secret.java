package io.vinbridge.api.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Secret of a caller, and its SHA-256 hash. A generated key is 256 random bits, which nobody guesses: one round of
 * SHA-256 keeps it as safe as a slow hash would, and costs a read nothing.
 */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    /** A new one, which begins with a prefix that people and scanners know it by. */
    static String fresh(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String secret) {
        return DigestUtils.sha256(secret);
    }
}
