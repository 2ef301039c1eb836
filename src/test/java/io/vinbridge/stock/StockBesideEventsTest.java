package io.vinbridge.stock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files of a dealer, and what events and other files say of the same vehicles between them. */
class StockBesideEventsTest {

    private static final int PATTERN = 733_000;
    private static final String JUNE = "Wed, 03 Jun 2026 11:05:30 GMT";

    private final Node node = World.shared().node();

    @Test
    void aPartWithoutAStatusLeavesWhatIsSaidOfItAndBringsBackWhatWasRemoved() {
        DealerLot lot = new DealerLot(node, "status-part");
        lot.whole(list(5, 0));
        say(lot, 0, "\"status\": \"pending\"");
        say(lot, 1, "\"status\": \"sold\"");
        say(lot, 2, "\"status\": \"removed\"");
        say(lot, 3, "\"status\": \"in-transit\"");

        lot.part("vin,price\n" + vin(0) + ",1\n" + vin(1) + ",1\n" + vin(2) + ",1\n" + vin(3) + ",1\n" + vin(4) + ",1\n"
                + vin(5) + ",1\n");

        assertThat(IntStream.range(0, 6).mapToObj(i -> status(lot, i)))
                .containsExactly("pending", "sold", "available", "in-transit", "available", "available");
        assertThat(lot.has()).as("sold").doesNotContainKey(vin(1));
        assertThat(IntStream.range(0, 6).mapToObj(this::price)).containsExactly(1, 1, 1, 1, 1, 1);
    }

    @Test
    void aWholeFileWithoutAStatusHasItsVehiclesAndLeavesWhichOfThemAreReserved() {
        DealerLot lot = new DealerLot(node, "status-whole");
        lot.whole(list(5, 10));
        say(lot, 10, "\"status\": \"pending\"");
        say(lot, 11, "\"status\": \"sold\"");
        say(lot, 12, "\"status\": \"removed\"");

        lot.whole(list(5, 10) + "\n");

        assertThat(IntStream.range(10, 15).mapToObj(i -> status(lot, i)))
                .containsExactly("pending", "available", "available", "available", "available");
        assertThat(lot.has()).hasSize(5);
    }

    @Test
    void anEmptyCellOfTheColumnOfStatusesTakesTheStatusBack() {
        DealerLot lot = new DealerLot(node, "status-cell");
        lot.part("vin,status\n" + vin(20) + ",sale pending\n" + vin(21) + ",sold\n");

        lot.part("vin,status\n" + vin(20) + ",\n" + vin(21) + ",\n");

        assertThat(IntStream.range(20, 22).mapToObj(i -> status(lot, i))).containsExactly("available", "available");
    }

    @Test
    void aYesToAHeldFileOverrulesNothingThatWasSaidSinceItCame() {
        DealerLot lot = new DealerLot(node, "yes");
        lot.whole(list(10, 30));
        String held = lot.whole("vin,stock,price\n" + vin(30) + ",S30,7\n" + vin(31) + ",S31,8\n");
        assertThat(JsonPath.<String>read(held, "$.reason")).isEqualTo("share");
        say(lot, 30, "\"price\": 5");

        lot.decide(held, "release");
        lot.settled("/stock/yes/files/" + JsonPath.read(held, "$.id"));

        assertThat(price(30)).as("said by an event after the file").isEqualTo(5);
        assertThat(price(31)).as("said by the file").isEqualTo(8);
    }

    @Test
    void aYesToAnOlderFileOverrulesTheFilesBeforeItAndNoEventAfterIt() {
        DealerLot lot = new DealerLot(node, "yes-older");
        lot.whole(list(3, 40));
        String held =
                lot.report(list(3, 40).replace("1004", "2004").getBytes(UTF_8), "?mode=whole", "Last-Modified", JUNE);
        assertThat(JsonPath.<String>read(held, "$.reason")).isEqualTo("older");
        say(lot, 40, "\"price\": 5");

        lot.decide(held, "release");
        lot.settled("/stock/yes-older/files/" + JsonPath.read(held, "$.id"));

        assertThat(price(40)).isEqualTo(5);
        assertThat(price(41)).isEqualTo(20041);
    }

    @Test
    void theLastWholeFileIsNotOlderThanAPartOrAHeldOneThatCameAfterIt() {
        DealerLot lot = new DealerLot(node, "last-whole");
        lot.whole(list(10, 50));
        lot.part("vin,price\n" + vin(50) + ",7\n");

        assertThat(state(lot.whole(list(10, 50)))).as("after a part").isEqualTo("taken");
        assertThat(price(50)).isEqualTo(10050);

        assertThat(state(lot.whole(list(2, 50)))).isEqualTo("held");
        assertThat(state(lot.whole(list(10, 50)))).as("after a held one").isEqualTo("taken");
        assertThat(lot.has()).hasSize(10);

        lot.whole(list(11, 50));
        assertThat(state(lot.whole(list(10, 50)))).as("after another whole one").isEqualTo("held");
    }

    @Test
    void theSameFileIsHeardOnceMoreWhereSomebodySpokeOfItsVehiclesSince() {
        DealerLot lot = new DealerLot(node, "spoken");
        lot.whole(list(10, 70));
        say(lot, 70, "\"status\": \"sold\"");
        say(lot, 80, "\"price\": 9");

        String again = lot.whole(list(10, 70));

        assertThat(state(again)).isEqualTo("taken");
        assertThat(status(lot, 70)).as("it is there again").isEqualTo("available");
        assertThat(lot.has()).as("the one that came by an event is not").hasSize(10);
        assertThat(state(lot.whole(list(10, 70)))).isEqualTo("same");
    }

    @Test
    void theSameFileIsNotHeardOnceMoreWhereItIsOlderThanWhatWasSaidSince() {
        DealerLot lot = new DealerLot(node, "spoken-later");
        lot.report(list(3, 90).getBytes(UTF_8), "?mode=whole", "Last-Modified", JUNE);
        say(lot, 90, "\"status\": \"sold\"");

        String again = lot.report(list(3, 90).getBytes(UTF_8), "?mode=whole", "Last-Modified", JUNE);

        assertThat(state(again)).isEqualTo("same");
        assertThat(status(lot, 90)).isEqualTo("sold");
    }

    private void say(DealerLot lot, int number, String members) {
        Instant before = node.bean(JdbcTemplate.class)
                .queryForObject("SELECT now()", Timestamp.class)
                .toInstant();
        node.send(node.request("/api/v1/events", "Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"type": "vehicle.updated", "vin": "%s", "timestamp": "%s", "dealer": "%s", %s}
                        """.formatted(vin(number), before, lot.code(), members))));
        await().until(() -> node.bean(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT count(*) FROM offers WHERE vin = ? AND dealer = ? AND last_seen >= ?",
                                Integer.class,
                                vin(number),
                                lot.code(),
                                Timestamp.from(before))
                == 1);
    }

    private String status(DealerLot lot, int number) {
        return JsonPath.read(lot.offer(vin(number)), "$[0].status");
    }

    private int price(int number) {
        return JsonPath.<Number>read(node.get("/vehicles/" + vin(number)).body(), "$.own.price")
                .intValue();
    }

    private static String state(String report) {
        return JsonPath.read(report, "$.state");
    }

    private static String vin(int number) {
        return World.vin(PATTERN, number);
    }

    private static String list(int vehicles, int from) {
        return "vin,stock,price\n"
                + IntStream.range(from, from + vehicles)
                        .mapToObj(i -> vin(i) + ",S" + i + "," + (10000 + i) + "\n")
                        .collect(Collectors.joining());
    }
}
