package io.vinbridge.refresh.queue;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.work.Claim;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node takes in hand what it can begin at once, and knows whether to look for more. */
class InFlightWorkTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node("vinbridge.chromedata.concurrent-calls=3");
    private static final InFlightWork WORKERS = NODE.bean(InFlightWork.class);

    /** From here on only the test makes the node offer anything. */
    @BeforeAll
    static void claimNothing() throws Exception {
        NODE.bean(CamelContext.class).getRouteController().stopRoute("refresh-claim");
        await().until(() -> WORKERS.inHand().isEmpty());
        WORKERS.claimParameters();
    }

    @AfterEach
    void empty() {
        WORKERS.inHand().forEach(WORKERS::done);
        WORKERS.claimParameters();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void offersToTakeAsManyAsItMayCallAtOnce() {
        List<Claim> claims = WORKERS.take(rows(2, false));

        assertThat(WORKERS.claimParameters()).containsEntry("room", 1);
        assertThat(WORKERS.inHand()).containsExactlyInAnyOrderElementsOf(claims);
        WORKERS.done(claims.get(0));
        assertThat(WORKERS.claimParameters()).containsEntry("room", 2);
        WORKERS.take(rows(2, false));
        assertThat(WORKERS.claimParameters()).containsEntry("room", 0).containsEntry("own", 2);
    }

    @Test
    void looksForMoreOnlyWhereThereMayBeMore() {
        WORKERS.claimParameters();
        WORKERS.take(rows(1, false));
        assertThat(WORKERS.worthClaiming()).isFalse();

        WORKERS.expectMore();
        assertThat(WORKERS.worthClaiming()).isTrue();

        WORKERS.claimParameters();
        List<Claim> claims = WORKERS.take(rows(2, true));
        assertThat(WORKERS.claimParameters()).containsEntry("room", 0);
        assertThat(WORKERS.worthClaiming()).isFalse();
        WORKERS.done(claims.get(0));
        assertThat(WORKERS.worthClaiming()).isTrue();
    }

    private static int tokens;

    private static List<Map<String, Object>> rows(int count, boolean more) {
        return IntStream.range(0, count)
                .<Map<String, Object>>mapToObj(at -> Map.ofEntries(
                        entry("request_key", "key " + at),
                        entry("kind", "vehicle"),
                        entry("lane", 2),
                        entry("argument", ""),
                        entry("priority", 0),
                        entry("cause", "miss"),
                        entry("token", (long) ++tokens),
                        entry("attempts", 1),
                        entry("losses", 0),
                        entry("answered", false),
                        entry("more", more)))
                .toList();
    }
}
