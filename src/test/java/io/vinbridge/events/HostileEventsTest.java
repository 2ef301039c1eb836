package io.vinbridge.events;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.vinbridge.events.formats.ParsedEvent;
import io.vinbridge.events.formats.ParsedEvents;
import io.vinbridge.events.intake.Inbox;
import io.vinbridge.events.intake.Receipt;
import io.vinbridge.events.intake.Receipt.Outcome;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import io.vinbridge.vehicles.Vin;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No message, whatever is in it, keeps those from being stored that came with it, or those that came after from being
 * acted upon.
 */
class HostileEventsTest {

    private static final Samples SAMPLES = new Samples();
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(SAMPLES.settings());
    private static final RedisClient CLIENT = RedisClient.create(TestServers.redis());
    private static final RedisCommands<String, String> REDIS = CLIENT.connect().sync();

    @AfterAll
    static void end() {
        CLIENT.shutdown();
        WORLD.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A zero character in a name that the failure quotes.
                "{\"\\u0000\":1}",
                // A quote that is never closed.
                "\"a,b"
            })
    void aHostileMessageIsADeadLetterAndItsNeighbourIsActedUpon(String hostile) {
        long dead = count("stream.dead");
        long acted = count("acting.acted");

        sent(hostile, Samples.priced(World.freshVin()));

        await().atMost(ofSeconds(20)).until(() -> count("acting.acted") > acted);
        assertThat(count("stream.dead")).isEqualTo(dead + 1);
        await().until(() -> REDIS.xlen(SAMPLES.stream) == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A zero character: in a time, in a name and in a text within the fields.
                "\"timestamp\":\"\\u0000\"",
                "\"a\\u0000b\":1",
                "\"a\":[{\"b\\u0000\":\"c\"}]",
                // Numbers that are short on the wire, and endless when they are written out.
                "\"price\":1e1500",
                "\"price\":1e10000",
                "\"weight\":1e10000",
                "\"timestamp\":1e300000000"
            })
    void aHostileFieldIsLeftOutAndItsEventActedUpon(String hostile) {
        long dead = count("stream.dead");
        long acted = count("acting.acted");
        String vin = World.freshVin();

        sent(
                "{\"type\":\"vehicle.updated\",\"vin\":\"%s\",\"stock\":\"S1\",%s}".formatted(vin, hostile),
                Samples.priced(vin));

        await().atMost(ofSeconds(20)).until(() -> count("acting.acted") == acted + 2);
        assertThat(count("stream.dead")).isEqualTo(dead);
    }

    private static void sent(String hostile, String neighbour) {
        REDIS.multi();
        REDIS.xadd(SAMPLES.stream, Map.of("event", hostile));
        REDIS.xadd(SAMPLES.stream, Map.of("event", neighbour));
        REDIS.exec();
    }

    @Test
    void aNumberThatIsLongAndNotEndlessIsKeptToTheLastDigit() {
        String vin = World.freshVin();
        String digits = "1234567890".repeat(9);

        NODE.post("/events", "{\"type\":\"vehicle.arrived\",\"vin\":\"%s\",\"mileage\":%s}".formatted(vin, digits));

        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(NODE.get("/vehicles/" + vin).body()).contains(digits));
    }

    @Test
    void whatTheDatabaseTakesForNoDataIsADeadLetterAndItsNeighboursAreStored() {
        VehicleEvent event = new VehicleEvent(
                null,
                null,
                "vehicle.updated",
                new Vin(World.freshVin()),
                null,
                Collections.emptySortedMap(),
                List.of());
        List<ParsedEvent> three = List.of(
                new ParsedEvent.Understood(event, "aa".repeat(32), "{}", "test"),
                new ParsedEvent.Understood(event, "bb".repeat(32), "{\"a\":\"\0\"}", "test"),
                new ParsedEvent.Understood(event, "cc".repeat(32), "{}", "test"));

        List<Receipt> receipts = NODE.bean(Inbox.class).store(new ParsedEvents(IntakeChannel.HTTP, three));

        assertThat(receipts)
                .extracting(Receipt::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.DEAD, Outcome.ACCEPTED);
    }

    private static long count(String what) {
        Number count = JsonPath.read(NODE.get("/events/summary").body(), "$." + what);
        return count.longValue();
    }
}
