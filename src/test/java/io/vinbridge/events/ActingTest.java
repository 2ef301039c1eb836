package io.vinbridge.events;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done about events where not all goes well, and where the operator wants it otherwise. */
class ActingTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.events.redis.enabled=false",
            "vinbridge.events.unknown-vehicles=ignore",
            "vinbridge.events.kinds=vehicle.arrived,vehicle.price-changed,vehicle.lost",
            "vinbridge.events.attempts=2",
            "vinbridge.events.failure-breaker.events=20",
            "vinbridge.events.failure-breaker.pause=5s");

    /** What another test has left to be acted upon is counted before this one counts. */
    @BeforeEach
    void untilAllIsActedUpon() {
        await().atMost(ofSeconds(30)).until(() -> acting("waiting") == 0);
    }

    @AfterAll
    static void end() {
        WORLD.close();
    }

    @Test
    void eventsAboutVehiclesThatNobodyTracksAreCountedAndLeftAloneWhereThatIsThePolicy() {
        int before = acting("ignored");
        NODE.post("/events", event("price-changed", World.freshVin()));
        await().until(() -> acting("ignored") == before + 1);
        String vin = World.freshVin();
        int acted = acting("acted");
        NODE.post("/events", "[" + event("price-changed", vin) + "," + event("arrived", vin) + "]");
        await().until(() -> acting("acted") == acted + 2);
    }

    @Test
    void aKindThatNoRouteKnowsIsADeadLetterAndHoldsUpNobodyAndIsTriedAgainWhenAPersonSaysSo() {
        String vin = World.freshVin();
        int acted = acting("acted");
        NODE.post("/events", "[" + event("lost", vin) + "," + event("arrived", vin) + "]");
        await().until(() -> acting("acted") == acted + 1);
        await().until(() -> letters(vin).size() == 1);
        String id = letters(vin).get(0);
        assertThat((String) JsonPath.read(NODE.get("/dead-letters/" + id).body(), "$.detail"))
                .isEqualTo("No route says what to do about vehicle.lost");
        assertThat(NODE.post("/dead-letters/" + id + "/replay", "").statusCode())
                .isEqualTo(202);
        await().until(() -> letters(vin).size() == 1 && !letters(vin).contains(id));
    }

    @Test
    void whereMostFailsActingPausesAndSaysSoWhileStoringGoesOn() throws Exception {
        CamelContext context = NODE.bean(CamelContext.class);
        context.getRouteController().stopRoute("act-on-event");
        String flood = IntStream.range(0, 30)
                .mapToObj(i -> event("arrived", World.freshVin()))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(NODE.post("/events", flood).statusCode()).isEqualTo(202);
        await().until(() -> NODE.health("/actuator/health").contains("\"status\":\"DEGRADED\""));
        assertThat(NODE.post("/events", event("arrived", World.freshVin())).statusCode())
                .isEqualTo(202);
        context.getRouteController().startRoute("act-on-event");
        await().atMost(ofSeconds(30)).until(() -> acting("waiting") == 0);
        assertThat(acting("dead")).isLessThan(30);
    }

    @Test
    void aRouteOfTheOperatorsOwnMayBringEventsIn() throws Exception {
        NODE.bean(CamelContext.class).addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:own-intake").to("direct:events.accept");
            }
        });
        String vin = World.freshVin();
        ProducerTemplate template = NODE.bean(ProducerTemplate.class);
        for (int i = 0; i < 3; i++) {
            template.sendBody("direct:own-intake", event("arrived", vin));
        }
        template.sendBody("direct:own-intake", "nonsense");
        String summary = NODE.get("/events/summary").body();
        assertThat((Integer) JsonPath.read(summary, "$.route.accepted")).isEqualTo(1);
        assertThat((Integer) JsonPath.read(summary, "$.route.duplicate")).isEqualTo(2);
        assertThat((Integer) JsonPath.read(summary, "$.route.dead")).isEqualTo(1);
    }

    private static String event(String kind, String vin) {
        return "{\"type\":\"vehicle.%s\",\"vin\":\"%s\",\"price\":1}".formatted(kind, vin);
    }

    private static List<String> letters(String vin) {
        return JsonPath.read(
                NODE.get("/dead-letters?source=acting").body(), "$.items[?(@.body =~ /.*" + vin + ".*/)].id");
    }

    private static int acting(String what) {
        return JsonPath.read(NODE.get("/events/summary").body(), "$.acting." + what);
    }
}
