package io.vinbridge.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.api.http.Caller;
import io.vinbridge.database.DatabaseUnavailable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cache of authenticated callers by secret. Entries count for seconds, so that a read costs no query and a revoked key
 * lets in on no node after five; and for minutes while the database cannot be asked, so that callers who read before
 * read on.
 */
final class CredentialCache {

    private static final long FRESH = Duration.ofSeconds(3).toNanos();
    private static final Duration WITHOUT_DATABASE = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Function<byte[], Optional<Caller>> read;
    private final Cache<ByteBuffer, Entry> entries = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(WITHOUT_DATABASE)
            .build();

    CredentialCache(Function<byte[], Optional<Caller>> read) {
        this.read = read;
    }

    private record Entry(Caller caller, long readAt) {}

    boolean knows(byte[] sha256) {
        return entries.getIfPresent(ByteBuffer.wrap(sha256)) != null;
    }

    void forget(byte[] sha256) {
        entries.invalidate(ByteBuffer.wrap(sha256));
    }

    /** Whom it lets in; empty where nobody. */
    Optional<Caller> find(byte[] sha256) {
        ByteBuffer name = ByteBuffer.wrap(sha256);
        Entry known = entries.getIfPresent(name);
        if (known != null && System.nanoTime() - known.readAt() < FRESH) {
            return Optional.of(known.caller());
        }
        try {
            Optional<Caller> caller = read.apply(sha256);
            caller.ifPresentOrElse(
                    found -> entries.put(name, new Entry(found, System.nanoTime())), () -> entries.invalidate(name));
            return caller;
        } catch (DatabaseUnavailable gone) {
            if (known == null) {
                throw gone;
            }
            return Optional.of(known.caller());
        }
    }
}
