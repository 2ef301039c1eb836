package io.vinbridge.api.pictures;

import io.vinbridge.database.ReadQueries;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.stereotype.Component;

/**
 * Signature of a picture's address: whoever was given it may fetch the one picture, in any size, until a time. The key
 * is the cluster's, so that each node knows what another has signed.
 */
@Component
class PictureSignature {

    private static final int BYTES = 18;

    private final ReadQueries reading;
    private volatile byte[] key;

    PictureSignature(ReadQueries reading) {
        this.reading = reading;
    }

    /** Signs the picture of a hash until a time, in seconds since 1970. */
    String of(String hash, long until) {
        byte[] whole = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key()).hmac(hash + ' ' + until);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
    }

    boolean holds(String hash, long until, String signature) {
        return MessageDigest.isEqual(
                of(hash, until).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** It stays as it was made with the database: what was signed lets in after every restart. */
    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = reading.ask(jdbc ->
                    jdbc.sql("SELECT key FROM picture_key").query(byte[].class).single());
            key = known;
        }
        return known;
    }
}
