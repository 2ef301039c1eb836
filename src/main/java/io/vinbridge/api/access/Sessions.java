package io.vinbridge.api.access;

import io.vinbridge.api.http.Caller;
import io.vinbridge.database.ReadQueries;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Pages that are signed in: each holds a secret of its own in a cookie, good on every node, for as long as the key is. */
@Component
class Sessions {

    /** Who signs in once more than that is signed out where it was longest ago. */
    private static final int MOST_OF_A_KEY = 100;

    private final JdbcTemplate jdbc;
    private final ReadQueries reading;
    private final ApiKeyAuthentication keys;
    private final CredentialCache remembered;

    Sessions(JdbcTemplate jdbc, ReadQueries reading, ApiKeyAuthentication keys) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.keys = keys;
        this.remembered = new CredentialCache(this::read);
    }

    /** Begins one, for what the cookie is to hold. Those that are over go with it. */
    String begin(Caller caller, Duration lasts) {
        String secret = Secret.fresh("");
        jdbc.update("DELETE FROM sessions WHERE expires_at < now()");
        jdbc.update("""
                DELETE FROM sessions WHERE sha256 IN (
                    SELECT sha256 FROM sessions WHERE key_id = ? ORDER BY expires_at DESC OFFSET ?)
                """, caller.id(), MOST_OF_A_KEY - 1);
        jdbc.update(
                "INSERT INTO sessions (sha256, key_id, expires_at) VALUES (?, ?, now() + ? * interval '1 ms')",
                Secret.hash(secret),
                caller.id(),
                lasts.toMillis());
        return secret;
    }

    /** Caller that is signed in; empty if nobody is. */
    Optional<Caller> find(String secret) {
        return remembered.find(Secret.hash(secret));
    }

    void end(String secret) {
        jdbc.update("DELETE FROM sessions WHERE sha256 = ?", (Object) Secret.hash(secret));
    }

    private Optional<Caller> read(byte[] sha256) {
        return reading
                .ask(jdbc -> jdbc.queryForList(
                        "SELECT key_id FROM sessions WHERE sha256 = ? AND expires_at > now()", String.class, (Object)
                                sha256))
                .stream()
                .findFirst()
                .flatMap(keys::byId);
    }
}
