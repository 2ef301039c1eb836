package io.vinbridge.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.stereotype.Component;

/** The keys that let in. Hashes are compared, all of them and whole, so that the time it takes says nothing about any key. */
@Component
class Keys {

    private final byte[] admin;

    Keys(AccessSettings settings) {
        this.admin = settings.adminKey().isEmpty() ? null : hash(settings.adminKey());
    }

    /** Whether the key may do everything; null is no key. */
    boolean admin(String key) {
        return key != null && admin != null && MessageDigest.isEqual(admin, hash(key));
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
