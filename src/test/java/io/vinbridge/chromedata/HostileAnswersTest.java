package io.vinbridge.chromedata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.http.Content;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers made to harm whoever reads them are refused quickly, cost little memory, and leave nothing behind. */
class HostileAnswersTest {

    private static final String HEAD = "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
            + "<VehicleDescription xmlns=\"urn:description7c.services.chrome.com\">"
            + "<responseStatus responseCode=\"Successful\" description=\"Successful\"/>";
    private static final long HUNDRED_MEGABYTES = 100L * 1024 * 1024;

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node("vinbridge.failures.retries=0");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("a document type", "<!DOCTYPE x [<!ENTITY a \"b\">]>" + HEAD + "&a;"),
                Arguments.of("an external entity", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + HEAD),
                Arguments.of(
                        "entities of entities",
                        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + HEAD + "&c;"),
                Arguments.of("nesting", HEAD + "<a>".repeat(200_000)),
                Arguments.of("attributes", HEAD + "<a " + attributes(200_000) + "/>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void refusesAnswersThatGrowWhenRead(String what, String answer) {
        String vin = World.freshVin();
        WORLD.sandbox().ads().script().next(vin, Reply.of(200, "text/xml;charset=utf-8", answer));

        refusesQuicklyAndKeepsNothing(vin);
    }

    @Test
    void takesNoPartInInclusions() {
        String vin = World.freshVin();
        String include = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\""
                + WORLD.sandbox().address() + "/MediaGallery/service/included\" parse=\"text\"/>";
        WORLD.sandbox()
                .ads()
                .script()
                .next(
                        vin,
                        Reply.of(
                                200,
                                "text/xml;charset=utf-8",
                                HEAD + include + "</VehicleDescription></S:Body></S:Envelope>"));

        NODE.get("/vehicles/" + vin);

        assertThat(WORLD.sandbox().ledger().recent())
                .noneMatch(request -> request.target().contains("included"));
    }

    @Test
    void givesUpAnAnswerOfAHundredMegabytesWhileItComesIn() {
        String vin = World.freshVin();
        AtomicLong sent = new AtomicLong();
        WORLD.sandbox().ads().script().next(vin, Reply.of(200, "text/xml;charset=utf-8", (Content)
                out -> flood(out, sent)));
        long before = oldGeneration();

        refusesQuicklyAndKeepsNothing(vin);

        assertThat(sent.get()).isLessThan(HUNDRED_MEGABYTES);
        assertThat(oldGeneration() - before).isLessThan(HUNDRED_MEGABYTES);
    }

    private static void refusesQuicklyAndKeepsNothing(String vin) {
        Instant asked = Instant.now();

        HttpResponse<String> answer = NODE.get("/vehicles/" + vin);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(JsonPath.<String>read(answer.body(), "$.type"))
                .isEqualTo("urn:vinbridge:problem:upstream-malformed");
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(JsonPath.<List<String>>read(NODE.get("/vehicles").body(), "$.items[*].vin"))
                .doesNotContain(vin);
    }

    private static void flood(OutputStream out, AtomicLong sent) throws IOException {
        out.write(HEAD.getBytes(UTF_8));
        byte[] element =
                "<unknown>of no interest whatever</unknown>".repeat(1000).getBytes(UTF_8);
        while (sent.get() < HUNDRED_MEGABYTES) {
            out.write(element);
            sent.addAndGet(element.length);
        }
    }

    /** What lives long; what is thrown away at once does not matter. */
    private static long oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }

    private static String attributes(int count) {
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < count; at++) {
            all.append("a").append(at).append("=\"\" ");
        }
        return all.toString();
    }
}
