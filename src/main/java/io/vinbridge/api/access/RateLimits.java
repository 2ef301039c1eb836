package io.vinbridge.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vinbridge.api.http.Caller;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Token bucket for each caller on this node, told in the headers of draft-ietf-httpapi-ratelimit-headers. Each node
 * counts for itself: a count for the cluster would cost every read a round trip.
 */
@Component
public class RateLimits {

    private static final long WINDOW = 60;

    /** Callers that are counted at once: visitors are counted by address, and there is no end of these. */
    private static final int MOST = 100_000;

    private final Integer usual;
    private final Cache<Limited, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    RateLimits(AccessSettings settings) {
        this.usual = settings.access().requestsPerMinute();
    }

    private record Limited(String id, int perMinute) {}

    /**
     * Counts a request.
     *
     * @throws Failure where it is one too many; it says when to come back
     */
    public void count(Caller caller, HttpServletResponse response) {
        Integer perMinute = caller.requestsPerMinute() == null ? usual : caller.requestsPerMinute();
        if (perMinute == null) {
            return;
        }
        Bucket bucket = buckets.get(new Limited(caller.id(), perMinute), limited -> Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofSeconds(WINDOW)))
                .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", "\"key\";q=" + perMinute + ";w=" + WINDOW);
        response.setHeader(
                "RateLimit",
                "\"key\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            throw new Failure(
                    Reason.TOO_MANY_REQUESTS,
                    "This key may send " + perMinute + " requests a minute",
                    Duration.ofSeconds(seconds(probe.getNanosToWaitForRefill())));
        }
    }

    private static long seconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999));
    }
}
