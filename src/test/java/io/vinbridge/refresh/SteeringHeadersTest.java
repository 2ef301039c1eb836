package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.chromedata.media.PictureRequest;
import io.vinbridge.chromedata.vss.VssQuestion;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Headers of whoever asks for work steer neither its claim nor the calls it leads to. */
class SteeringHeadersTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.nodeOfBoth("ads");
    private static final AtomicInteger STRAY = new AtomicInteger();
    private static HttpServer elsewhere;

    /** Only what a test asks for makes the node claim. */
    @BeforeAll
    static void start() throws Exception {
        NODE.bean(CamelContext.class).getRouteController().stopRoute("refresh-look-for-work");
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", call -> {
            STRAY.incrementAndGet();
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        elsewhere.start();
    }

    @AfterAll
    static void end() throws IOException {
        elsewhere.stop(0);
        WORLD.close();
    }

    private static Map<String, Object> steering() {
        String address = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
        return Map.of(
                "CamelSqlQuery", "CREATE TABLE strayed (x int)",
                "CamelDestinationOverrideUrl", address,
                "CamelRestHttpUri", address,
                "CamelHttpUri", address,
                "CamelHttpRawQuery", "strayed=1",
                "CamelRestHttpQuery", "strayed=2",
                "operationName", "none",
                "operationNamespace", "none",
                "Authtoken", "strayed",
                "Accept", "strayed/strayed");
    }

    @Test
    void claimAndCallGoWhereTheyShould() {
        long asked = WORLD.sandbox().ledger().calls("getVersionInfo");

        NODE.bean(ProducerTemplate.class).sendBodyAndHeaders("direct:refresh.poll-version", null, steering());

        await().until(() -> WORLD.sandbox().ledger().calls("getVersionInfo") > asked);
        assertThat(NODE.bean(JdbcTemplate.class).queryForObject("SELECT to_regclass('strayed') IS NULL", Boolean.class))
                .isTrue();
        assertNothingStrayed();
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of("ads", new AdsOperation.Versions()),
                Arguments.of("cvd", World.freshVin()),
                Arguments.of("vss", new VssQuestion.Years()),
                Arguments.of("media", 1),
                Arguments.of("picture", new PictureRequest(WORLD.sandbox().mediaUrl() + "/none.jpg", null, null)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void eachCallGoesToItsServiceWithWhatIsItsOwn(String service, Object question) {
        WORLD.sandbox().reset();

        Exchange call = NODE.bean(ProducerTemplate.class).send("direct:chromedata.exchange-" + service, exchange -> {
            exchange.getMessage().setBody(question);
            exchange.getMessage().setHeaders(steering());
            exchange.getMessage().setHeader("X-Correlation-Id", "asked");
        });

        assertThat(call.getException()).isNull();
        assertThat(call.getMessage().getBody()).isInstanceOf(Answer.class);
        assertThat(WORLD.sandbox().ledger().recent())
                .isNotEmpty()
                .allSatisfy(came -> assertThat(came.header("X-Correlation-Id")).hasValue("asked"));
        assertNothingStrayed();
    }

    private static void assertNothingStrayed() {
        assertThat(STRAY).hasValue(0);
        assertThat(WORLD.sandbox().ledger().recent())
                .noneMatch(call -> (call.target() + call.headers()).contains("strayed"));
    }
}
