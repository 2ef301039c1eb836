package io.vinbridge.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of an issuer, whose keys are fetched over HTTP. */
class TokenAuthenticationTest {

    private static final World WORLD = World.create();
    private static RSAKey signing;
    private static HttpServer issuer;
    private static String address;
    private static Node node;

    @BeforeAll
    static void start() throws Exception {
        signing = new RSAKeyGenerator(2048).keyID("first").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        address = "http://127.0.0.1:" + issuer.getAddress().getPort();
        serve(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"" + address + "\",\"jwks_uri\":\"" + address + "/keys\"}");
        serve("/keys", new JWKSet(signing).toString());
        issuer.start();
        node = node(address);
    }

    @AfterAll
    static void close() {
        issuer.stop(0);
        WORLD.close();
    }

    @Test
    void letsInByTheScopeOfTheToken() throws Exception {
        String token = signed(claims().build());

        assertThat(status(token, "/vehicles")).isEqualTo(200);
        assertThat(status(token, "/usage")).isEqualTo(403);
        assertThat(status(
                        signed(claims().claim("scope", "openid vinbridge:operate")
                                .build()),
                        "/usage"))
                .isEqualTo(200);
        assertThat(status(
                        signed(claims().claim("scope", null)
                                .claim("scp", List.of("vinbridge:operate"))
                                .build()),
                        "/usage"))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "application/at+jwt"})
    void letsInByATokenThatSaysItIsOne(String type) throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("first")
                .type(new JOSEObjectType(type))
                .build();

        assertThat(status(signed(claims().build(), header, new RSASSASigner(signing)), "/vehicles"))
                .isEqualTo(200);
    }

    @Test
    void endsAStreamWhenItsTokenDoes() throws Exception {
        String token = signed(claims().expirationTime(Date.from(Instant.now().minusSeconds(52)))
                .build());

        // It is answered whole, which a stream is not until it ends.
        assertThat(status(token, "/changes/stream")).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNotForUsOrNotNow() throws Exception {
        Instant now = Instant.now();
        assertThat(status(signed(claims().issuer("https://other.example.com").build()), "/vehicles"))
                .isEqualTo(401);
        assertThat(status(signed(claims().audience("another").build()), "/vehicles"))
                .isEqualTo(401);
        assertThat(status(
                        signed(claims().expirationTime(Date.from(now.minusSeconds(120)))
                                .build()),
                        "/vehicles"))
                .isEqualTo(401);
        assertThat(status(
                        signed(claims().notBeforeTime(Date.from(now.plusSeconds(120)))
                                .build()),
                        "/vehicles"))
                .isEqualTo(401);
        assertThat(status(signed(claims().expirationTime(null).build()), "/vehicles"))
                .isEqualTo(401);
        assertThat(status(signed(claims().claim("scope", "openid").build()), "/vehicles"))
                .isEqualTo(401);
    }

    @Test
    void refusesWhatIsNotSignedByTheIssuer() throws Exception {
        RSAKey another = new RSAKeyGenerator(2048).keyID("first").generate();
        String nothing = new PlainJWT(claims().build()).serialize();
        String publicKeyAsSecret = signed(
                claims().build(),
                JWSAlgorithm.HS256,
                new MACSigner(signing.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));

        assertThat(status(signed(claims().build(), JWSAlgorithm.RS256, new RSASSASigner(another)), "/vehicles"))
                .isEqualTo(401);
        assertThat(status(nothing, "/vehicles")).isEqualTo(401);
        assertThat(status(publicKeyAsSecret, "/vehicles")).isEqualTo(401);
        assertThat(status("no.token.atall", "/vehicles")).isEqualTo(401);
    }

    /**
     * Also while the issuer's keys may not be fetched anew, because they were a moment ago: the issuer is there, and
     * knows no such key.
     */
    @Test
    void refusesAKeyThatTheIssuerDoesNotHaveHoweverOftenItIsTried() throws Exception {
        RSAKey another = new RSAKeyGenerator(2048).keyID("another").generate();
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("another").build();
        String token = signed(claims().build(), header, new RSASSASigner(another));

        for (int i = 0; i < 3; i++) {
            assertThat(status(token, "/vehicles")).isEqualTo(401);
        }
        assertThat(status(signed(claims().build()), "/vehicles")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e18, 9.3e15, 1e300})
    void refusesAnEndThatIsNoTime(double end) throws Exception {
        String claims =
                "{\"iss\":\"%s\",\"aud\":\"vinbridge\",\"sub\":\"site\",\"scope\":\"vinbridge:read\",\"exp\":%s}"
                        .formatted(address, new BigDecimal(end).toPlainString());
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(), new Payload(claims));
        token.sign(new RSASSASigner(signing));

        assertThat(status(token.serialize(), "/vehicles")).isEqualTo(401);
    }

    @Test
    void saysSoSoonToAllWhereTheIssuerDoesNotAnswer() throws Exception {
        try (ServerSocket hanging = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            Node alone = node("http://127.0.0.1:" + hanging.getLocalPort());
            String token = "Bearer " + signed(claims().build());
            Instant asked = Instant.now();

            List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> alone.get("/vehicles", "Authorization", token).statusCode(),
                            task -> new Thread(task).start()))
                    .limit(20)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).containsOnly(503);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static Node node(String issuer) {
        return WORLD.node(
                "vinbridge.access.disabled=false",
                "vinbridge.access.jwt.issuer=" + issuer,
                "vinbridge.access.wrong-keys-per-minute=5");
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(address)
                .audience("vinbridge")
                .subject("inventory-site")
                .claim("scope", "vinbridge:read")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet claims) throws Exception {
        return signed(claims, JWSAlgorithm.RS256, new RSASSASigner(signing));
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
        return signed(claims, new JWSHeader.Builder(algorithm).keyID("first").build(), signer);
    }

    private static String signed(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) throws Exception {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static int status(String token, String path) {
        return node.get(path, "Authorization", "Bearer " + token).statusCode();
    }

    private static void serve(String path, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        issuer.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
