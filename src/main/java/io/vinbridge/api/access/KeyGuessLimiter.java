package io.vinbridge.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Limiter of tries by address. Keys that are good are let in all the same: others may share the address. */
@Component
class KeyGuessLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(KeyGuessLimiter.class);
    private static final int MOST = 10_000;

    private final int perMinute;
    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    KeyGuessLimiter(AccessSettings settings) {
        this.perMinute = settings.access().wrongKeysPerMinute();
    }

    /** Whether keys that come from there are not tried now. */
    boolean waits(String address) {
        Bucket tries = addresses.getIfPresent(address);
        return tries != null && tries.getAvailableTokens() == 0;
    }

    Failure refusal() {
        return new Failure(
                Reason.TOO_MANY_REQUESTS,
                "Too many wrong keys came from this address",
                Duration.ofSeconds(Math.max(1, 60 / perMinute)));
    }

    /** A key let nobody in. */
    void note(String address) {
        Bucket tries = addresses.get(address, any -> Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build());
        if (tries.tryConsume(1) && tries.getAvailableTokens() == 0) {
            LOG.warn("{} wrong keys came from {}, which is throttled now", perMinute, address);
        }
    }
}
