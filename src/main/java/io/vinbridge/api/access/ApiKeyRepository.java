package io.vinbridge.api.access;

import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.Scope;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys in the database. */
@Component
class ApiKeyRepository {

    static final String PREFIX = "vb_";

    private static final String VALID = " revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())";
    private static final String COLUMNS =
            "id, name, scope, requests_per_minute, made_by, made_at, expires_at, revoked_at,"
                    + " last_used_at, replaced_by";

    private final JdbcClient jdbc;
    private final ReadQueries reading;

    ApiKeyRepository(JdbcClient jdbc, ReadQueries reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    /** The hashes of all keys that let in. */
    Set<ByteBuffer> hashes() {
        return reading
                .ask(jdbc -> jdbc.sql("SELECT sha256 FROM api_keys WHERE" + VALID)
                        .query((row, number) -> row.getBytes("sha256"))
                        .list())
                .stream()
                .map(ByteBuffer::wrap)
                .collect(Collectors.toSet());
    }

    /** Request for a key. */
    record Wanted(String name, Scope scope, Integer requestsPerMinute, Instant expiresAt) {}

    /** Makes a key; it is shown in what is returned, and never again. */
    ApiKey make(Wanted wanted, String madeBy) {
        String secret = Secret.fresh(PREFIX);
        return jdbc.sql("INSERT INTO api_keys (id, name, scope, sha256, requests_per_minute, made_by, expires_at)"
                        + " VALUES (:id, :name, :scope, :sha256, :perMinute, :madeBy, :expiresAt) RETURNING " + COLUMNS)
                .param("id", Secret.fresh("").substring(0, 12))
                .param("name", wanted.name())
                .param("scope", wanted.scope().word())
                .param("sha256", Secret.hash(secret))
                .param("perMinute", wanted.requestsPerMinute())
                .param("madeBy", madeBy)
                .param(
                        "expiresAt",
                        wanted.expiresAt() == null ? null : wanted.expiresAt().atOffset(ZoneOffset.UTC))
                .query(ApiKeyRepository::key)
                .single()
                .shownOnce(secret);
    }

    /**
     * Makes a key in the place of another, which lets in for a while yet. Empty where there is no such valid key.
     *
     * @throws Failure if another was made in its place before: the next would end as soon as the old one does
     */
    @Transactional
    public Optional<ApiKey> rotate(String id, Duration overlap, String madeBy) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_keys WHERE id = :id AND" + VALID + " FOR UPDATE")
                .param("id", id)
                .query(ApiKeyRepository::key)
                .optional()
                .map(old -> {
                    if (old.replacedBy() != null) {
                        throw new Failure(
                                Reason.CONFLICT,
                                "The key " + id + " was rotated before, its successor is " + old.replacedBy()
                                        + "; where nobody knows that, revoke both and make a new one");
                    }
                    Scope scope = Scope.of(old.scope()).orElseThrow();
                    ApiKey fresh =
                            make(new Wanted(old.name(), scope, old.requestsPerMinute(), old.expiresAt()), madeBy);
                    jdbc.sql(
                                    "UPDATE api_keys SET replaced_by = :by, expires_at = least(expires_at, now() + :overlap * interval '1 ms')"
                                            + " WHERE id = :id")
                            .param("by", fresh.id())
                            .param("overlap", overlap.toMillis())
                            .param("id", id)
                            .update();
                    return fresh;
                });
    }

    /** Ends a key, and with it what was signed in by it. Whether there was such a one. */
    boolean revoke(String id) {
        return jdbc.sql("UPDATE api_keys SET revoked_at = coalesce(revoked_at, now()) WHERE id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The newest first. */
    List<ApiKey> list() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_keys ORDER BY made_at DESC, id")
                .query(ApiKeyRepository::key)
                .list();
    }

    /** Holder of the key; empty if it lets nobody in. */
    Optional<Caller> byHash(byte[] sha256) {
        return caller("sha256 = :value", sha256);
    }

    /** Holder of the key; empty if it lets nobody in any more. */
    Optional<Caller> byId(String id) {
        return caller("id = :value", id);
    }

    private Optional<Caller> caller(String where, Object value) {
        return reading.ask(jdbc -> jdbc.sql("SELECT " + COLUMNS + " FROM api_keys WHERE " + where + " AND" + VALID)
                .param("value", value)
                .query((row, number) -> caller(key(row, number)))
                .optional());
    }

    /** Notes that a key was used. */
    void used(String id) {
        jdbc.sql("UPDATE api_keys SET last_used_at = now() WHERE id = :id"
                        + " AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')")
                .param("id", id)
                .update();
    }

    private static Caller caller(ApiKey key) {
        return new Caller(key.id(), key.name(), Scope.of(key.scope()).orElseThrow(), key.requestsPerMinute(), null);
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                row.getString("scope"),
                row.getObject("requests_per_minute", Integer.class),
                row.getString("made_by"),
                InstantColumn.of(row, "made_at"),
                InstantColumn.of(row, "expires_at"),
                InstantColumn.of(row, "revoked_at"),
                InstantColumn.of(row, "last_used_at"),
                row.getString("replaced_by"),
                null);
    }
}
