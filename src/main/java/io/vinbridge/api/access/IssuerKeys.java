package io.vinbridge.api.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.vinbridge.api.access.AccessSettings.Jwt;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The issuer's public keys: fetched when the first token comes, kept, and fetched anew where a token names one that is
 * not there. While the issuer is away, those that are known are good for an hour more.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final int MILLIS = 2000;
    private static final int MILLIS_BEHIND_ANOTHER = 2 * MILLIS + 500;
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final int LARGEST = 256 * 1024;
    private static final String CONFIGURATION = "/.well-known/openid-configuration";

    private final DefaultResourceRetriever retriever = new DefaultResourceRetriever(MILLIS, MILLIS, LARGEST);
    private final Jwt settings;
    private final Lock asking = new ReentrantLock();
    private volatile JWKSource<SecurityContext> found;
    private volatile boolean had;
    private long askedInVain = System.nanoTime() - AGAIN.toNanos();

    IssuerKeys(Jwt settings) {
        this.settings = settings;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        try {
            List<JWK> keys = source().get(selector, context);
            had = true;
            return keys;
        } catch (RateLimitReachedException askedLately) {
            // The issuer gave its keys, and the one that a token names was none of them a moment ago.
            if (had) {
                return List.of();
            }
            throw askedLately;
        }
    }

    /**
     * One thread asks, for all who wait; where it was in vain, nobody does for a while, so that an issuer that hangs
     * holds nobody twice.
     */
    private JWKSource<SecurityContext> source() throws KeySourceException {
        if (found != null) {
            return found;
        }
        try {
            if (!asking.tryLock(MILLIS_BEHIND_ANOTHER, TimeUnit.MILLISECONDS)) {
                throw new KeySourceException("The issuer is being asked where its keys are");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeySourceException("The node stops", e);
        }
        try {
            return found == null ? discovered() : found;
        } finally {
            asking.unlock();
        }
    }

    private JWKSource<SecurityContext> discovered() throws KeySourceException {
        if (System.nanoTime() - askedInVain < AGAIN.toNanos()) {
            throw new KeySourceException("The issuer did not say a moment ago where its keys are");
        }
        try {
            found = JWKSourceBuilder.<SecurityContext>create(address(), retriever)
                    .outageTolerant(Duration.ofHours(1).toMillis())
                    .build();
            return found;
        } catch (KeySourceException e) {
            askedInVain = System.nanoTime();
            throw e;
        }
    }

    /** As the setting says, or else as the issuer does (OpenID Connect Discovery 1.0, 4). */
    private URL address() throws KeySourceException {
        try {
            if (!settings.keys().isEmpty()) {
                return URI.create(settings.keys()).toURL();
            }
            String issuer = settings.issuer().replaceFirst("/$", "");
            String configuration = retriever
                    .retrieveResource(URI.create(issuer + CONFIGURATION).toURL())
                    .getContent();
            return JSONObjectUtils.getURI(JSONObjectUtils.parse(configuration), "jwks_uri")
                    .toURL();
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new KeySourceException("The issuer does not say where its keys are", e);
        }
    }
}
