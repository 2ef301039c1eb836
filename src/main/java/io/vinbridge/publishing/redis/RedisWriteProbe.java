package io.vinbridge.publishing.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Probe whether Redis lets the service write: it does not on a replica, with its memory full, where it cannot save to
 * its disk, or to a user without the right. Nothing is written: the id 0-0 is wrong by definition, and Redis looks at
 * it last.
 */
@Component
public class RedisWriteProbe {

    private static final String WRITABLE = "The ID specified in XADD must be greater than 0-0";

    private final StringRedisTemplate redis;
    private volatile String refusal;

    RedisWriteProbe(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Looks anew. */
    void look() {
        try {
            redis.execute((RedisCallback<Object>)
                    connection -> connection.execute("XADD", bytes(ChangesStream.STREAM, "0-0", "probe", "")));
            refusal = null;
        } catch (RuntimeException e) {
            String said =
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            // Where it does not answer at all, the subscription is the one to tell.
            refusal = said.contains(WRITABLE) || !said.matches("[A-Z]{3,} .*") ? null : said;
        }
    }

    /** What Redis says, where it refuses to write. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    private static byte[][] bytes(String... words) {
        return Arrays.stream(words)
                .map(word -> Objects.requireNonNull(word).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
