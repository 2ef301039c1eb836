package io.vinbridge.api.access;

import static com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier.DEFAULT_MAX_CLOCK_SKEW_SECONDS;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.vinbridge.api.access.AccessSettings.Jwt;
import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.Scope;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Authentication by an issuer's token (RFC 7519, RFC 9068): signed with one of its public keys, for this audience, and
 * within its time. Algorithms with a shared secret are not accepted, so that nobody signs with a public key as the
 * secret, or with nothing.
 */
@Component
class TokenAuthentication {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    /** RFC 9068, 2.1, and what issuers wrote before it; none at all as well. */
    private static final Set<JOSEObjectType> TYPES = new HashSet<>(Arrays.asList(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));

    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofDays(3660);

    private final Jwt settings;
    private final ConfigurableJWTProcessor<SecurityContext> processor;

    TokenAuthentication(AccessSettings settings) {
        this.settings = settings.access().jwt();
        this.processor = this.settings.issuer().isEmpty() ? null : processor(this.settings);
    }

    private static ConfigurableJWTProcessor<SecurityContext> processor(Jwt settings) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new IssuerKeys(settings)));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                settings.audience(),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                Set.of("sub", "exp")));
        return processor;
    }

    /**
     * Holder of a token; empty if it lets nobody in.
     *
     * @throws Failure where the issuer's keys cannot be fetched
     */
    Optional<Caller> find(String token) {
        if (processor == null) {
            return Optional.empty();
        }
        try {
            return caller(processor.process(token, null));
        } catch (KeySourceException e) {
            throw new Failure(Reason.STORE_UNAVAILABLE, "The issuer of tokens does not give its keys", COME_BACK);
        } catch (BadJOSEException | JOSEException | ParseException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<Caller> caller(JWTClaimsSet claims) throws ParseException {
        String subject = claims.getSubject();
        // Seconds that are no time a Java date can hold come out as some other time, or as none.
        if (claims.getExpirationTime().toInstant().isAfter(Instant.now().plus(LONGEST))) {
            return Optional.empty();
        }
        Instant until = claims.getExpirationTime().toInstant().plusSeconds(DEFAULT_MAX_CLOCK_SKEW_SECONDS);
        return scopes(claims)
                .filter(scope -> scope.startsWith(settings.scopePrefix()))
                .flatMap(
                        scope -> Scope.of(scope.substring(settings.scopePrefix().length())).stream())
                .max(Comparator.naturalOrder())
                .map(scope -> new Caller("token-" + subject, subject, scope, null, until));
    }

    /** A text with spaces between (RFC 8693, 4.2), or, as some issuers have it, a list. */
    private static Stream<String> scopes(JWTClaimsSet claims) throws ParseException {
        List<String> listed = claims.getClaim("scp") instanceof List<?> ? claims.getStringListClaim("scp") : List.of();
        String written = claims.getStringClaim("scope");
        return Stream.concat(listed.stream(), written == null ? Stream.of() : Arrays.stream(written.split(" ")));
    }
}
