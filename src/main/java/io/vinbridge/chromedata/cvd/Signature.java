package io.vinbridge.chromedata.cvd;

import io.vinbridge.chromedata.ApiAccount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature of one attempt of a call, never of two: the service refuses a nonce that it has seen and a date that is
 * minutes old.
 *
 * @param header name of the header that carries it
 * @param value of that header
 * @param date of the call, which is signed as it is sent; null where the scheme signs none
 */
public record Signature(String header, String value, String date) {

    /** RFC 1123 with two digits for the day, which Java's own formatter does not promise. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** A signature for a call that is made now. */
    public static Signature of(ApiAccount account, Instant now) {
        return account.apiAuth() == ApiAccount.Auth.ATMOSPHERE
                ? atmosphere(
                        account.apiKey(),
                        account.apiSecret(),
                        UUID.randomUUID().toString().replace("-", ""),
                        now.toEpochMilli())
                : hmac(account.apiKey(), account.apiSecret(), HTTP_DATE.format(now.atOffset(ZoneOffset.UTC)));
    }

    /** The scheme "Shared Secret Security Protocol": HMAC-SHA1 of the date's header, in {@code Authtoken}. */
    static Signature hmac(String key, String secret, String date) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] signed = mac.doFinal(("date: " + date).getBytes(StandardCharsets.UTF_8));
            String encoded = URLEncoder.encode(Base64.getEncoder().encodeToString(signed), StandardCharsets.UTF_8);
            return new Signature(
                    "Authtoken",
                    "Signature keyId=\"" + key + "\",algorithm=\"hmac-sha1\",signature=\"" + encoded + "\"",
                    date);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The scheme "Atmosphere": SHA-1 of nonce, time and secret, in {@code Authorization}. */
    static Signature atmosphere(String appId, String secret, String nonce, long timestamp) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((nonce + timestamp + secret).getBytes(StandardCharsets.UTF_8));
            return new Signature(
                    "Authorization",
                    "Atmosphere realm=\"http://chromedata.com\",chromedata_app_id=\"" + appId + "\",chromedata_nonce=\""
                            + nonce
                            + "\",chromedata_secret_digest=\""
                            + Base64.getEncoder().encodeToString(digest)
                            + "\",chromedata_digest_method=\"SHA1\",chromedata_version=\"1.0\",chromedata_timestamp=\""
                            + timestamp + "\"",
                    null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Signature[" + header + "]";
    }
}
