package io.vinbridge.sandbox.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The addresses of pictures: bound to the account, signed for one file, different in every listing, and good for a
 * limited time (ChromeData on the wire, 2.5). The token is when it was given (8 bytes), a running number (4) and a
 * signature (16).
 */
public final class PictureAddresses {
    /** The path that all pictures are under. */
    public static final String PATH = "/MediaGallery/media/";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE = 16;
    private static final int TOKEN = 8 + 4 + SIGNATURE;

    private final Supplier<String> base;
    private final String accountSegment;
    private final SecretKeySpec key;
    private final Clock clock;
    private final Duration lifetime;
    private final AtomicInteger given = new AtomicInteger();
    private final ThreadLocal<Mac> mac;

    /** Addresses at a base such as {@code http://127.0.0.1:8090}, which need not be known before the first is given. */
    public PictureAddresses(Supplier<String> base, String accountNumber, Clock clock, Duration lifetime) {
        this.base = base;
        this.accountSegment =
                Base64.getEncoder().encodeToString((accountNumber + "^Media Gallery").getBytes(StandardCharsets.UTF_8));
        this.key = new SecretKeySpec(("pictures of " + accountNumber).getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
        this.lifetime = lifetime;
        this.mac = ThreadLocal.withInitial(this::newMac);
    }

    /** A new address for a file. */
    public String give(String file) {
        ByteBuffer token = ByteBuffer.allocate(TOKEN).putLong(clock.millis()).putInt(given.incrementAndGet());
        token.put(signature(token.array(), file));
        String opaque = Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
        return base.get() + PATH + accountSegment + "/" + opaque + "/" + file;
    }

    /** An address that is not signed and never changes, as the stock image of a style has. */
    public String stock(String file) {
        return base.get() + "/MediaGallery/stock/" + file;
    }

    /** True if a path below {@link #PATH} is an address that was given for this account and is still good. */
    boolean good(String account, String opaque, String file) {
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(opaque);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        if (token.length != TOKEN || !account.equals(accountSegment)) {
            return false;
        }
        byte[] signature = Arrays.copyOfRange(token, TOKEN - SIGNATURE, TOKEN);
        Instant end = Instant.ofEpochMilli(ByteBuffer.wrap(token).getLong()).plus(lifetime);
        return MessageDigest.isEqual(signature, signature(token, file))
                && clock.instant().isBefore(end);
    }

    private byte[] signature(byte[] token, String file) {
        Mac signing = mac.get();
        signing.update(token, 0, TOKEN - SIGNATURE);
        signing.update(file.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(signing.doFinal(), SIGNATURE);
    }

    private Mac newMac() {
        try {
            Mac fresh = Mac.getInstance(ALGORITHM);
            fresh.init(key);
            return fresh;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
