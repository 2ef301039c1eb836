package io.vinbridge.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A dealer's files become what he is known to have: whole ones say what is gone, parts change what they name, and
 * nobody loses a stock by mistake.
 */
class StockFilesTest {

    private static final int PATTERN = 700_000;
    private static final String FEBRUARY = "Tue, 03 Feb 2026 10:00:00 GMT";

    private final Node node = World.shared().node();

    @Test
    void whatAFileSaysIsTheDealersOffer() {
        DealerLot lot = new DealerLot(node, "says");
        String vin = World.vin(PATTERN, 1);

        String report = lot.whole(
                "VIN Number,Stock #,Price,MSRP,Odometer,CPO,Photo URLs,Lot,Comments,Date In Stock\n" + vin
                        + ",S1,\"$15,000.00\",\"16,500\",\"12,345 km\",Y,https://a.example/1.jpg|https://a.example/2.jpg,Lot 3,One owner,2026-01-05\n");

        assertThat(JsonPath.<String>read(report, "$.state")).isEqualTo("taken");
        assertThat(JsonPath.<Integer>read(report, "$.counts.rows")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(report, "$.counts.new")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(report, "$.counts.taken")).isEqualTo(1);
        assertThat(JsonPath.<List<String>>read(report, "$.columns[*].means"))
                .containsExactly(
                        "vin",
                        "stock",
                        "price",
                        "listPrice",
                        "mileage",
                        "certified",
                        "photos",
                        "location",
                        "text",
                        "dateInStock");
        String offer = JsonPath.read(node.get("/vehicles/" + vin).body(), "$.offers[0]")
                .toString();
        String vehicle = node.get("/vehicles/" + vin).body();
        assertThat(JsonPath.<String>read(vehicle, "$.offers[0].dealer")).isEqualTo("says");
        assertThat(JsonPath.<String>read(vehicle, "$.offers[0].stock")).isEqualTo("S1");
        assertThat(JsonPath.<String>read(vehicle, "$.offers[0].status")).isEqualTo("available");
        assertThat(JsonPath.<Number>read(vehicle, "$.offers[0].price").intValue())
                .isEqualTo(15000);
        assertThat(JsonPath.<Number>read(vehicle, "$.offers[0].listPrice").intValue())
                .isEqualTo(16500);
        assertThat(JsonPath.<Number>read(vehicle, "$.offers[0].mileage").intValue())
                .isEqualTo(12345);
        assertThat(JsonPath.<String>read(vehicle, "$.offers[0].fields.mileageUnit"))
                .isEqualTo("KM");
        assertThat(JsonPath.<Boolean>read(vehicle, "$.offers[0].certified")).isTrue();
        assertThat(JsonPath.<List<String>>read(vehicle, "$.offers[0].photos"))
                .containsExactly("https://a.example/1.jpg", "https://a.example/2.jpg");
        assertThat(JsonPath.<String>read(vehicle, "$.offers[0].location")).isEqualTo("Lot 3");
        assertThat(JsonPath.<String>read(vehicle, "$.offers[0].text")).isEqualTo("One owner");
        assertThat(JsonPath.<String>read(vehicle, "$.offers[0].since")).startsWith("2026-01-05T00:00:00");
        assertThat(JsonPath.<Boolean>read(vehicle, "$.offers[0].tracked"))
                .as(offer)
                .isTrue();
    }

    @Test
    void anAmountIsInTheCurrencyOfItsDealerWhereItNamesNone() {
        DealerLot lot = new DealerLot(node, "euro", ", \"currency\": \"EUR\"");
        String plain = World.vin(PATTERN, 501);
        String named = World.vin(PATTERN, 502);
        String free = World.vin(PATTERN, 503);

        lot.whole("vin,price,currency\n" + plain + ",15000,\n" + named + ",14000,CHF\n" + free + ",Call,\n");

        assertThat(currencies(plain)).isEqualTo("EUR EUR EUR EUR");
        assertThat(currencies(named)).isEqualTo("CHF CHF CHF CHF");
        assertThat(node.get("/vehicles/" + free).body()).doesNotContain("EUR");
        assertThat(JsonPath.<Map<String, Object>>read(
                        node.get("/vehicles/" + plain).body(), "$.offers[0].fields"))
                .as("what was said")
                .doesNotContainKey("currency");

        node.send(node.request("/api/v1/events", "Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"type": "vehicle.price-changed", "vin": "%s", "timestamp": "2030-01-01T00:00:00Z", "dealer": "euro", "price": 13000}
                        """.formatted(plain))));
        await().until(() -> node.get("/vehicles/" + plain).body().contains("13000"));
        assertThat(currencies(plain)).as("after an event").isEqualTo("EUR EUR EUR EUR");

        new DealerLot(node, "euro", ", \"currency\": \"GBP\"")
                .whole("vin,price,currency\n" + plain + ",12000,\n" + named + ",14000,CHF\n" + free + ",Call,\n\n");
        assertThat(currencies(plain)).as("after the next file").isEqualTo("GBP GBP GBP GBP");
        assertThat(currencies(named)).isEqualTo("CHF CHF CHF CHF");
    }

    /** In the vehicle, its offers, the list and its card. */
    private String currencies(String vin) {
        String vehicle = node.get("/vehicles/" + vin).body();
        String listed = node.get("/vehicles?q=" + vin).body();
        String card = node.get("/vehicles/" + vin + "?view=card").body();
        return String.join(
                " ",
                JsonPath.<String>read(vehicle, "$.own.currency"),
                JsonPath.<String>read(vehicle, "$.offers[0].currency"),
                JsonPath.<String>read(listed, "$.items[0].own.currency"),
                JsonPath.<String>read(card, "$.own.currency"));
    }

    @Test
    void theSameFileChangesNothingAndAnotherOneOnlyWhatItSaysOtherwise() {
        DealerLot lot = new DealerLot(node, "reread");
        String first = list(10, 20);

        assertThat(counts(lot.whole(first))).isEqualTo("new 10, changed 0, unchanged 0, gone 0");
        String before = node.get("/vehicles/" + World.vin(PATTERN, 25))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(JsonPath.<String>read(lot.whole(first), "$.state")).isEqualTo("same");
        String second = lot.whole(first.replace("S21,10021", "S21,9999"));
        assertThat(counts(second)).isEqualTo("new 0, changed 1, unchanged 9, gone 0");
        assertThat(node.get("/vehicles/" + World.vin(PATTERN, 25)).headers().firstValue("ETag"))
                .contains(before);
        assertThat(lot.has().get(World.vin(PATTERN, 21))).contains("\"price\": 9999");
        String columnsElsewhere = "price,vin,stock\n"
                + IntStream.range(20, 30)
                        .mapToObj(i -> (i == 21 ? 9999 : 10000 + i) + "," + World.vin(PATTERN, i) + ",S" + i + "\n")
                        .collect(Collectors.joining());
        assertThat(counts(lot.whole(columnsElsewhere))).isEqualTo("new 0, changed 0, unchanged 10, gone 0");
    }

    @Test
    void aPartChangesWhatItNames() {
        DealerLot lot = new DealerLot(node, "part");
        lot.whole(list(10, 40));

        String part = lot.part("vin,price\n" + World.vin(PATTERN, 41) + ",1\n");

        assertThat(counts(part)).isEqualTo("new 0, changed 1, unchanged 0, gone 0");
        assertThat(lot.has()).hasSize(10);
        assertThat(lot.has().get(World.vin(PATTERN, 41)))
                .contains("\"price\": 1")
                .contains("\"stock\": \"S41\"");
    }

    @Test
    void whatIsMissingInAWholeFileIsGoneAndIsBackWithItsHistoryByTheNext() {
        DealerLot lot = new DealerLot(node, "back");
        lot.whole(list(10, 60));
        String since =
                JsonPath.read(node.get("/vehicles/" + World.vin(PATTERN, 60)).body(), "$.offers[0].since");

        String fewer = lot.whole(list(8, 62));
        assertThat(counts(fewer)).isEqualTo("new 0, changed 0, unchanged 8, gone 2");
        assertThat(lot.has()).hasSize(8);
        String gone = node.get("/vehicles/" + World.vin(PATTERN, 60)).body();
        assertThat(JsonPath.<String>read(gone, "$.own.status")).isEqualTo("removed");
        assertThat(JsonPath.<Boolean>read(gone, "$.offers[0].tracked")).isFalse();

        String back = lot.whole(list(11, 60));
        assertThat(counts(back)).isEqualTo("new 3, changed 0, unchanged 8, gone 0");
        String there = node.get("/vehicles/" + World.vin(PATTERN, 60)).body();
        assertThat(JsonPath.<String>read(there, "$.own.status")).isEqualTo("available");
        assertThat(JsonPath.<String>read(there, "$.offers[0].since")).isEqualTo(since);
        assertThat(node.get("/vehicles/" + World.vin(PATTERN, 60) + "/history").body())
                .contains("untracked");
    }

    @Test
    void aFileThatTakesTooMuchAwayWaitsForAYesWithWhatItWouldChange() {
        DealerLot lot = new DealerLot(node, "held");
        lot.whole(list(10, 80));

        String held = lot.whole(list(7, 80));

        assertThat(JsonPath.<String>read(held, "$.state")).isEqualTo("held");
        assertThat(JsonPath.<String>read(held, "$.reason")).isEqualTo("share");
        assertThat(JsonPath.<String>read(held, "$.detail")).contains("3 of 10 vehicles, and may take away 2");
        assertThat(lot.has()).hasSize(10);
        assertThat(JsonPath.<List<String>>read(lot.lines(held, "?outcome=gone"), "$.items[*].vin"))
                .containsExactlyInAnyOrder(World.vin(PATTERN, 87), World.vin(PATTERN, 88), World.vin(PATTERN, 89));
        assertThat(lot.lines(held, ".csv")).contains("line,vin,outcome").contains(World.vin(PATTERN, 88) + ",gone");
        assertThat(node.get("/stock?state=held").body()).contains(JsonPath.<String>read(held, "$.id"));

        HttpResponse<String> yes = lot.decide(held, "release");
        assertThat(yes.statusCode()).isEqualTo(200);
        lot.settled("/stock/held/files/" + JsonPath.read(held, "$.id"));
        assertThat(lot.has()).hasSize(7);
        assertThat(lot.decide(held, "discard").statusCode()).isEqualTo(409);
    }

    @Test
    void aHeldFileIsSupersededByALaterOneAndCannotBeReleasedThen() {
        DealerLot lot = new DealerLot(node, "late");
        lot.whole(list(10, 100));
        String held = lot.whole(list(2, 100));

        lot.whole(list(11, 100));

        assertThat(lot.decide(held, "release").statusCode()).isEqualTo(409);
        assertThat(lot.settled("/stock/late/files/" + JsonPath.read(held, "$.id")))
                .contains("\"superseded\"");
        assertThat(lot.has()).hasSize(11);
        String no = lot.whole("vin\n" + World.vin(PATTERN, 100) + "\n");
        assertThat(JsonPath.<String>read(lot.decide(no, "discard").body(), "$.state"))
                .isEqualTo("discarded");
        assertThat(lot.has()).hasSize(11);
    }

    @Test
    void anOlderFileIsHeldWhetherItSaysSoOrWasTakenBefore() {
        DealerLot lot = new DealerLot(node, "older");
        lot.whole(list(10, 120));
        lot.whole(list(11, 120));

        assertThat(JsonPath.<String>read(lot.whole(list(10, 120)), "$.reason")).isEqualTo("older");
        String stale = lot.report(
                list(12, 120).getBytes(StandardCharsets.UTF_8),
                "?mode=whole",
                "Last-Modified",
                "Tue, 03 Jun 2025 11:05:30 GMT");
        assertThat(JsonPath.<String>read(stale, "$.reason")).isEqualTo("older");
        assertThat(lot.has()).hasSize(11);
    }

    @Test
    void theSameFileChangesNothingUntilSomebodySaysThatItIsToBeReadAgain() {
        DealerLot lot = new DealerLot(node, "once-more");
        byte[] file = list(3, 720).getBytes(StandardCharsets.UTF_8);
        lot.report(file, "?mode=whole");

        String same = lot.report(file, "?mode=whole");
        assertThat(state(same)).isEqualTo("same");
        assertThat(JsonPath.<String>read(same, "$.detail")).contains("again=true");
        assertThat(counts(lot.report(file, "?mode=whole&again=true")))
                .isEqualTo("new 0, changed 0, unchanged 3, gone 0");

        lot.whole(list(4, 720));
        assertThat(state(lot.report(file, "?mode=whole")))
                .as("one before the last")
                .isEqualTo("held");
        lot.whole(list(5, 720));
        assertThat(counts(lot.report(list(4, 720).getBytes(StandardCharsets.UTF_8), "?mode=whole&again=true")))
                .isEqualTo("new 0, changed 0, unchanged 4, gone 1");
    }

    @Test
    void ofTwoFilesThatSpeakAsOfTheSameTimeTheLaterOneCountsInEachLine() {
        DealerLot lot = new DealerLot(node, "today");
        String morning = "?mode=whole&at=2026-06-01T00:00:00Z";
        lot.report(list(6, 740).getBytes(StandardCharsets.UTF_8), morning);

        String later = "vin,price\n" + World.vin(PATTERN, 745) + ",7\n" + World.vin(PATTERN, 743) + ",8\n"
                + World.vin(PATTERN, 742) + ",9\n" + World.vin(PATTERN, 741) + ",10\n" + World.vin(PATTERN, 740)
                + ",11\n";
        lot.report(later.getBytes(StandardCharsets.UTF_8), morning);

        assertThat(lot.has().get(World.vin(PATTERN, 745))).contains("\"price\": 7");
        assertThat(lot.has().get(World.vin(PATTERN, 740))).contains("\"price\": 11");
        assertThat(lot.has())
                .as("the fifth line of the first is gone")
                .hasSize(5)
                .doesNotContainKey(World.vin(PATTERN, 744));
    }

    @Test
    void aVehicleIsGoneAfterAsManyWholeFilesInARowThatLackItAsTheSettingSays() {
        try (World world = World.create()) {
            Node patient = world.node("vinbridge.stock.missing-after=2");
            DealerLot lot = new DealerLot(patient, "patient");
            String vin = World.vin(PATTERN, 765);
            lot.whole(list(6, 760));

            assertThat(counts(lot.whole(list(5, 760)))).isEqualTo("new 0, changed 0, unchanged 5, gone 0");
            assertThat(counts(lot.whole(list(6, 760) + "\n")))
                    .as("it is there again")
                    .endsWith("gone 0");
            lot.whole(list(5, 760) + "\n");
            assertThat(lot.has()).containsKey(vin);
            assertThat(counts(lot.whole(list(5, 760) + "\n\n"))).endsWith("gone 1");
            assertThat(lot.has()).doesNotContainKey(vin);

            patient.post("/events", """
                    {"type": "vehicle.arrived", "vin": "%s", "dealer": "patient", "timestamp": "%s"}
                    """.formatted(vin, Instant.now()));
            await().until(() -> lot.has().containsKey(vin));
            lot.whole(list(5, 760) + "\n\n\n");
            assertThat(lot.has()).as("it is counted anew").containsKey(vin);
            lot.whole(list(5, 760) + "\n\n\n\n");
            assertThat(lot.has()).doesNotContainKey(vin);
        }
    }

    @Test
    void aFileThatBreaksOffOrContradictsItsTrailerIsRefusedWhole() {
        DealerLot lot = new DealerLot(node, "broken");
        String whole = list(20, 140) + "TRAILER,20,\n";
        lot.whole(whole);

        assertThat(refused(lot.whole(list(20, 141) + "TRAILER,21,\n"))).contains("20 lines, and its trailer says 21");
        assertThat(refused(lot.whole(list(19, 140)))).contains("ended with a trailer");
        assertThat(refused(lot.whole(list(19, 140) + "\"1HG"))).contains("a quote that is opened there is not closed");
        assertThat(refused(lot.whole(whole + list(19, 140)))).contains("Lines follow its trailer");
        assertThat(refused(lot.whole(list(19, 140) + World.vin(PATTERN, 160)))).contains("breaks off in line 21");
        assertThat(lot.has()).hasSize(20);
    }

    @Test
    void aDealerWhoseFilesEndOtherwiseFromNowOnIsTakenOnceSomebodySaysSo() {
        DealerLot lot = new DealerLot(node, "endings");
        lot.whole(list(20, 700) + "TRAILER,20,\n");
        String without = list(19, 700).strip();

        assertThat(refused(lot.whole(without))).contains("ended with a trailer").contains("newEnding=true");
        assertThat(state(lot.report(without.getBytes(StandardCharsets.UTF_8), "?mode=whole&newEnding=true")))
                .isEqualTo("taken");
        assertThat(lot.has()).hasSize(19);
        assertThat(state(lot.whole(list(18, 700).strip()))).isEqualTo("taken");

        lot.whole(list(18, 700));
        assertThat(refused(lot.whole(list(17, 700).strip()))).contains("the one of this does not");
    }

    @Test
    void aRowThatCannotBeUnderstoodCostsNoOther() {
        DealerLot lot = new DealerLot(node, "rows");

        String report = lot.part("vin;preis\n" + World.vin(PATTERN, 180) + ";15.000,00\nNOVIN;1\n;2\n"
                + World.vin(PATTERN, 181) + ";Call\n" + World.vin(PATTERN, 181) + ";7\n");

        assertThat(JsonPath.<Integer>read(report, "$.counts.rows")).isEqualTo(5);
        assertThat(JsonPath.<Integer>read(report, "$.counts.refused")).isEqualTo(2);
        assertThat(JsonPath.<Integer>read(report, "$.counts.repeated")).isEqualTo(1);
        String refused = lot.lines(report, "?outcome=refused");
        assertThat(JsonPath.<List<Integer>>read(refused, "$.items[*].line")).containsExactly(3, 4);
        assertThat(JsonPath.<String>read(refused, "$.items[1].message")).isEqualTo("It has no VIN");
        assertThat(lot.has().get(World.vin(PATTERN, 180))).contains("\"price\": 15000");
        assertThat(lot.has().get(World.vin(PATTERN, 181))).contains("\"price\": 7");
    }

    @Test
    void aLineThatLostAgainstANewerWordIsHeardOnceItIsTheNewest() {
        DealerLot lot = new DealerLot(node, "lost");
        String vin = World.vin(PATTERN, 601);
        String line = "vin,price\n" + vin + ",15000\n";
        priceChanged(vin, lot.code(), "2026-03-01T00:00:00Z", 13000);

        lot.report(line.getBytes(StandardCharsets.UTF_8), "", "Last-Modified", FEBRUARY);
        assertThat(lot.has().get(vin)).as("said before the event").contains("\"price\": 13000");

        lot.part(line + "\n");
        assertThat(lot.has().get(vin)).as("said after it").contains("\"price\": 15000");
    }

    private void priceChanged(String vin, String dealer, String at, int price) {
        priceChanged(vin, dealer, at, price, "vehicle.price-changed");
    }

    private void priceChanged(String vin, String dealer, String at, int price, String type) {
        node.send(node.request("/api/v1/events", "Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"type": "%s", "vin": "%s", "timestamp": "%s", "dealer": "%s", "price": %d}
                        """.formatted(type, vin, at, dealer, price))));
        await().until(() -> node.get("/vehicles/" + vin).body().contains(String.valueOf(price)));
    }

    private static String state(String report) {
        return JsonPath.read(report, "$.state");
    }

    @Test
    void theEndOfAFileIsMeasuredByTheLastOfItsKindThatWasTaken() {
        DealerLot lot = new DealerLot(node, "ends");
        lot.whole(list(10, 620) + "TRAILER,10,\n");

        assertThat(state(lot.part(list(1, 620).replace("S620", "T620"))))
                .as("a part is of another kind")
                .isEqualTo("taken");
        assertThat(refused(lot.whole(list(11, 620)))).contains("ended with a trailer");
        assertThat(lot.has()).hasSize(10);
    }

    @Test
    void aFileThatIsHeldIsNoMeasureForTheNext() {
        DealerLot lot = new DealerLot(node, "unlike");
        lot.whole(list(10, 640));
        assertThat(state(lot.whole(list(2, 640) + "TRAILER,2,\n"))).isEqualTo("held");

        assertThat(state(lot.whole(list(11, 640)))).isEqualTo("taken");
    }

    @Test
    void noCellOfAReportIsAFormula() {
        DealerLot lot = new DealerLot(node, "formula");

        String report = lot.part("vin,stock,price\n" + World.vin(PATTERN, 660)
                + ",\"=HYPERLINK(\"\"https://a.example\"\",1)\",-5\n@SUM(A1),,\n");

        assertThat(lot.lines(report, ".csv"))
                .contains(",\"'=HYPERLINK(\"\"https://a.example\"\",1)\",-5,")
                .doesNotContain(",@")
                .doesNotContain(",\"=");
    }

    @Test
    void aFileOfUtf8WithABrokenByteKeepsItsLettersAndTellsTheLine() {
        DealerLot lot = new DealerLot(node, "bytes");
        byte[] file = ("vin,text\n" + World.vin(PATTERN, 670) + ",Gr\u00f6\u00dfe f\u00fcr zwei\n"
                        + World.vin(PATTERN, 671) + ",Caf#\n")
                .getBytes(StandardCharsets.UTF_8);
        file[file.length - 2] = (byte) 0xE9;

        String report = lot.report(file, "");

        assertThat(lot.has().get(World.vin(PATTERN, 670))).contains("Gr\u00f6\u00dfe f\u00fcr zwei");
        assertThat(JsonPath.<Integer>read(report, "$.counts.warnings")).isEqualTo(1);
        assertThat(JsonPath.<List<String>>read(lot.lines(report, ""), "$.items[?(@.line==3)].warnings[0]"))
                .singleElement()
                .asString()
                .contains("no UTF-8");
    }

    @Test
    void whatIsNoTableIsRefusedByWhatItLooksLike() {
        DealerLot lot = new DealerLot(node, "none");

        assertThat(refusal(lot, "<!DOCTYPE html><html><body>Sign in</body></html>"))
                .contains("an HTML page");
        assertThat(refusal(lot, "%PDF-1.7 ...")).contains("a PDF");
        assertThat(refusal(lot, "  \n")).contains("empty");
        assertThat(refusal(lot, "[1, 2, 3]")).contains("JSON without objects");
        assertThat(refusal(lot, "Make,Model,Price\nHonda,Accord,1\n")).contains("Make, Model, Price");
        assertThat(refusal(lot, "Kennung,Price\n" + World.vin(PATTERN, 190) + ",1\n"))
                .contains("VINs stand in the column Kennung");
        assertThat(node.send(node.request("/api/v1/stock/nobody")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("vin\n")))
                        .statusCode())
                .isEqualTo(404);
    }

    private static String refusal(DealerLot lot, String file) {
        HttpResponse<String> sent = lot.send(file.getBytes(StandardCharsets.UTF_8), "");
        assertThat(sent.statusCode()).isEqualTo(400);
        return JsonPath.read(sent.body(), "$.detail");
    }

    private static String refused(String report) {
        assertThat(JsonPath.<String>read(report, "$.state")).isEqualTo("refused");
        return JsonPath.read(report, "$.detail");
    }

    private static String counts(String report) {
        assertThat(JsonPath.<String>read(report, "$.state")).as(report).isEqualTo("taken");
        return "new %d, changed %d, unchanged %d, gone %d"
                .formatted(
                        JsonPath.<Integer>read(report, "$.counts.new"),
                        JsonPath.<Integer>read(report, "$.counts.changed"),
                        JsonPath.<Integer>read(report, "$.counts.unchanged"),
                        JsonPath.<Integer>read(report, "$.counts.gone"));
    }

    private static String list(int vehicles, int from) {
        return "vin,stock,price\n"
                + IntStream.range(from, from + vehicles)
                        .mapToObj(i -> World.vin(PATTERN, i) + ",S" + i + "," + (10000 + i) + "\n")
                        .collect(Collectors.joining());
    }
}
