package io.vinbridge.events.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many events are taken in hand at once. */
class InboxQueueTest {

    /** Some 190 kB, in as many and as long fields as an event may have. */
    private static final String LARGE = IntStream.range(0, 95)
            .mapToObj(field -> "\"f" + field + "\":\"" + "x".repeat(1990) + "\"")
            .collect(Collectors.joining(","));

    @Test
    void takesNoMoreThanAboutAMegabyteAndTheRestLater() {
        try (World world = World.create();
                Node node = world.node("vinbridge.events.redis.enabled=false", "vinbridge.events.processing=false")) {
            for (int number = 0; number < 14; number++) {
                node.post("/events", event(number));
            }
            InboxQueue due = node.bean(InboxQueue.class);

            List<Integer> taken = new ArrayList<>();
            for (List<EventContext> some = due.next().events();
                    !some.isEmpty();
                    some = due.next().events()) {
                taken.add(some.size());
                due.settle("ignored", some);
            }

            assertThat(taken).containsExactly(6, 6, 2);
        }
    }

    private static String event(int number) {
        return "{\"id\":\"" + number + "\",\"source\":\"/large\",\"type\":\"vehicle.updated\",\"specversion\":\"1.0\","
                + "\"time\":\"2026-11-01T10:00:00Z\",\"data\":{\"vin\":\"1HGCV1F33LAA12345\"," + LARGE + "}}";
    }
}
