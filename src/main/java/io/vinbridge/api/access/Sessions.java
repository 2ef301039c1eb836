package io.vinbridge.api.access;

import io.vinbridge.api.http.Caller;
import io.vinbridge.database.ReadQueries;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages that are signed in: each holds a secret of its own in a cookie, good on every node, for as long as the key is.
 */
@Component
class Sessions {

    /** Who signs in once more than that is signed out where it was longest ago. */
    private static final int MOST_OF_A_KEY = 100;

    private final JdbcClient jdbc;
    private final ReadQueries reading;
    private final ApiKeyAuthentication keys;
    private final CredentialCache remembered;

    Sessions(JdbcClient jdbc, ReadQueries reading, ApiKeyAuthentication keys) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.keys = keys;
        this.remembered = new CredentialCache(this::read);
    }

    /** Begins one, for what the cookie is to hold. Those that are over go with it. */
    String begin(Caller caller, Duration lasts) {
        String secret = Secret.fresh("");
        jdbc.sql("DELETE FROM sessions WHERE expires_at < now()").update();
        jdbc.sql("""
                DELETE FROM sessions WHERE sha256 IN (
                    SELECT sha256 FROM sessions WHERE key_id = :key ORDER BY expires_at DESC OFFSET :kept)
                """).param("key", caller.id()).param("kept", MOST_OF_A_KEY - 1).update();
        jdbc.sql(
                        "INSERT INTO sessions (sha256, key_id, expires_at) VALUES (:sha256, :key, now() + :lasts * interval '1 ms')")
                .param("sha256", Secret.hash(secret))
                .param("key", caller.id())
                .param("lasts", lasts.toMillis())
                .update();
        return secret;
    }

    /** Caller that is signed in; empty if nobody is. */
    Optional<Caller> find(String secret) {
        return remembered.find(Secret.hash(secret));
    }

    /** Ends one: at once on this node, within the time of {@link CredentialCache} on the others. */
    void end(String secret) {
        byte[] sha256 = Secret.hash(secret);
        jdbc.sql("DELETE FROM sessions WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .update();
        remembered.forget(sha256);
    }

    private Optional<Caller> read(byte[] sha256) {
        return reading.ask(jdbc -> jdbc.sql("SELECT key_id FROM sessions WHERE sha256 = :sha256 AND expires_at > now()")
                        .param("sha256", sha256)
                        .query(String.class)
                        .optional())
                .flatMap(keys::byId);
    }
}
