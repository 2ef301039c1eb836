package io.vinbridge.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.CallerValidity;
import io.vinbridge.api.http.Scope;
import io.vinbridge.database.DatabaseUnavailable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Authentication by API key. Keys are looked up by SHA-256, of which a caller can choose no byte, so look-up time leaks
 * nothing about a key (no timing attack).
 */
@Component
public class ApiKeyAuthentication implements CallerValidity {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyAuthentication.class);

    /** Caller of requests if no key is required. */
    public static final Caller EVERYBODY = admin("everybody");

    private final byte[] adminHash;
    private final Caller admin;
    private final ApiKeyRepository stored;
    private final CredentialCache remembered;
    private final Cache<Boolean, Set<ByteBuffer>> listed =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).build();

    ApiKeyAuthentication(AccessSettings settings, ApiKeyRepository stored) {
        this.stored = stored;
        this.remembered = new CredentialCache(this::read);
        this.adminHash = settings.adminKey().isEmpty() ? null : Secret.hash(settings.adminKey());
        this.admin = adminHash == null ? null : admin(HexFormat.of().formatHex(adminHash, 0, 4));
    }

    /** Administrator. The id goes with the key: another key ends the sessions of this one. */
    static Caller admin(String mark) {
        return new Caller("admin-" + mark, "admin", Scope.ADMIN, null, null);
    }

    /** Holder of the key; empty if it lets nobody in. */
    Optional<Caller> find(String key) {
        byte[] hash = Secret.hash(key);
        return adminHash != null && MessageDigest.isEqual(adminHash, hash) ? Optional.of(admin) : remembered.find(hash);
    }

    /** True if a key let somebody in lately, and so is none that is being tried. */
    boolean familiar(String key) {
        byte[] hash = Secret.hash(key);
        return (adminHash != null && MessageDigest.isEqual(adminHash, hash)) || remembered.knows(hash);
    }

    /**
     * Whether a key is one of those that are stored, without a query for each that is tried: from a list that is at
     * most seconds old. False where the database cannot say.
     */
    boolean listed(String key) {
        try {
            return listed.get(Boolean.TRUE, all -> stored.hashes()).contains(ByteBuffer.wrap(Secret.hash(key)));
        } catch (DataAccessException nobodyCanSay) {
            return false;
        }
    }

    /** The caller of an id; empty where their key lets in no more. */
    Optional<Caller> byId(String id) {
        return admin != null && admin.id().equals(id) ? Optional.of(admin) : stored.byId(id);
    }

    /** The key of the settings is good for as long as the node runs. */
    @Override
    public boolean holds(Caller caller) {
        if (caller.until() != null) {
            return Instant.now().isBefore(caller.until());
        }
        try {
            return caller.equals(admin)
                    || caller.equals(EVERYBODY)
                    || stored.byId(caller.id()).isPresent();
        } catch (DatabaseUnavailable nobodyCanSay) {
            return true;
        }
    }

    private Optional<Caller> read(byte[] sha256) {
        Optional<Caller> caller = stored.byHash(sha256);
        caller.ifPresent(this::noteUse);
        return caller;
    }

    /** It is noted again seconds later: nobody is refused for it. */
    private void noteUse(Caller caller) {
        try {
            stored.used(caller.id());
        } catch (DataAccessException e) {
            LOG.debug("The use of key {} was not recorded: {}", caller.id(), e.getMessage());
        }
    }
}
