package io.vinbridge.events;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vinbridge.events.formats.EventNormalizer;
import io.vinbridge.events.formats.ParsedEvent;
import io.vinbridge.events.formats.ParsedEvent.Unclear;
import io.vinbridge.events.formats.ParsedEvent.Understood;
import io.vinbridge.events.formats.messages.MessageBatch;
import io.vinbridge.testing.World;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as dealer systems write them: what is said is what is read, and one bad field costs nothing but itself. */
class SpokenEventsTest {

    private static final String VIN = "1M8GDM9AXKP042788";
    private static final String OTHER = "11111111111111111";
    private static final EventNormalizer NORMALISING = World.shared().node().bean(EventNormalizer.class);

    // What is taken back.

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}"})
    void whatIsWithdrawnStaysInTheEventInEveryFormatOfJson(String nothing) {
        String flat = "{\"type\":\"vehicle.updated\",\"vin\":\"%s\",\"photos\":%s,\"stock\":\"S1\"}";
        String cloud =
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"vehicle.updated\",\"data\":{\"vin\":\"%s\",\"photos\":%s}}";
        String nested =
                "{\"event\":{\"name\":\"vehicle.updated\"},\"vehicle\":{\"VIN\":\"%s\",\"photos\":%s},\"dealer\":{}}";

        for (String format : List.of(flat, cloud, nested)) {
            assertThat(fields(format.formatted(VIN, nothing)).get("photos")).hasToString(nothing);
        }
    }

    @Test
    void whatIsNotSpokenOfIsNotWithdrawn() {
        assertThat(fields("{\"type\":\"vehicle.updated\",\"vin\":\"%s\",\"stock\":\"S1\"}".formatted(VIN)))
                .containsOnlyKeys("stock");
        assertThat(fields("vehicle.updated," + VIN + ",,S1")).containsOnlyKeys("stock");
        assertThat(fields(star("<VehicleStockString>S1</VehicleStockString>"))).containsOnlyKeys("stock", "dealer");
    }

    @Test
    void anEmptyValueOfCsvOrXmlIsWithdrawn() {
        assertThat(fields("type,vin,stock,price,colour\nvehicle.updated," + VIN + ",S1,,\" \"\n"))
                .containsEntry("price", null0())
                .containsEntry("colour", null0());
        assertThat(fields("vehicle.updated," + VIN + ",2026-01-01T00:00:00Z,,,7"))
                .containsEntry("stock", null0())
                .containsEntry("price", null0());
        assertThat(fields(star("<ListPrice/>"))).containsEntry("price", null0());
        assertThat(fields(star("<ListPrice>\n  </ListPrice>"))).containsEntry("price", null0());
    }

    // Numbers.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15000",
                "15000.0",
                "\"15000\"",
                "\"15,000.00\"",
                "\"$15,000\"",
                "\"15.000,00 €\"",
                "\" 15\u00A0000 \"",
                "1.5e4"
            })
    void onePriceIsOnePriceHoweverItIsWritten(String price) {
        String flat = "{\"type\":\"vehicle.updated\",\"vin\":\"%s\",\"price\":%s,\"salePrice\":%s,\"odometer\":%s}"
                .formatted(VIN, price, price, price.replace("$", "").replace("€", ""));

        assertThat(fields(flat).get("price")).hasToString("15000");
        assertThat(fields(flat).get("salePrice")).hasToString("15000");
        assertThat(fields(flat).get("odometer")).hasToString("15000");
        assertThat(event(flat).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "Call", "12k", "TBD", "from 9,999"})
    void aPriceThatIsNoneStandsBesideTheFieldAndIsToldAndCostsNothingElse(String price) {
        String csv = "type,vin,stock,price,mileage\nvehicle.sold,%s,S1,\"%s\",12\nvehicle.sold,%s,S2,9,\"%s\"\n"
                .formatted(VIN, price, OTHER, price);

        List<VehicleEvent> events = events(csv.getBytes(UTF_8));

        assertThat(events).hasSize(2);
        assertThat(events.get(0).fields())
                .containsEntry("price", null0())
                .hasEntrySatisfying(
                        "priceText", text -> assertThat(text.asText()).isEqualTo(price))
                .hasEntrySatisfying("mileage", mileage -> assertThat(mileage).hasToString("12"));
        assertThat(events.get(0).warnings())
                .containsExactly(
                        new EventWarning("UnreadableNumber", "price", "The field price is no amount: " + price));
        assertThat(events.get(1).warnings())
                .containsExactly(
                        new EventWarning("UnreadableNumber", "mileage", "The field mileage is no mileage: " + price));
    }

    @Test
    void fieldsThatAreNoNumbersByTheirNameAreKeptAsTheyCome() {
        SortedMap<String, JsonNode> fields = fields(
                "{\"type\":\"vehicle.updated\",\"vin\":\"%s\",\"doors\":\"4\",\"engine\":1.998,\"price\":{\"amount\":1,\"currency\":\"USD\"}}"
                        .formatted(VIN));

        assertThat(fields.get("doors")).hasToString("\"4\"");
        assertThat(fields.get("engine")).hasToString("1.998");
        assertThat(fields.get("price")).hasToString("{\"amount\":1,\"currency\":\"USD\"}");
    }

    // Fields that are too long, or cannot be stored.

    @Test
    void aLongDescriptionAndManyAddressesAreOrdinary() {
        String description = "One owner, garage kept. ".repeat(400);
        String photos = "[" + "\"https://photos.example.com/inventory/00012345/2023-acme-roadster-00.jpg\",".repeat(99)
                + "\"a.jpg\"]";

        VehicleEvent event = event("{\"type\":\"vehicle.arrived\",\"vin\":\"%s\",\"description\":\"%s\",\"photos\":%s}"
                .formatted(VIN, description, photos));

        assertThat(event.fields().get("description").asText()).hasSize(9_600);
        assertThat(event.fields().get("photos")).hasSize(100);
        assertThat(event.warnings()).isEmpty();
    }

    @Test
    void whatIsBeyondTheLimitsIsLeftOutAndTheEventTaken() {
        String many = "\"f%d\":1,";
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 201; i++) {
            fields.append(many.formatted(i));
        }
        VehicleEvent long1 =
                event("{\"type\":\"vehicle.arrived\",\"vin\":\"%s\",\"stock\":\"S1\",\"description\":\"%s\"}"
                        .formatted(VIN, "é".repeat(16_385)));
        VehicleEvent wide = event("{\"type\":\"vehicle.arrived\",%s\"vin\":\"%s\"}".formatted(fields, VIN));
        VehicleEvent odd = event(
                "{\"type\":\"vehicle.arrived\",\"vin\":\"%s\",\"stock\":\"S1\",\"a\\u0000\":1,\"b\":[\"\\u0000\"],\"c\":1e1500}"
                        .formatted(VIN));

        assertThat(long1.fields()).containsOnlyKeys("stock");
        assertThat(long1.warnings())
                .extracting(EventWarning::message)
                .containsExactly("The field description is left out: it is larger than 32 KB");
        assertThat(wide.fields()).hasSize(200).doesNotContainKey("f200");
        assertThat(wide.warnings()).extracting(EventWarning::code).containsExactly("FieldLeftOut");
        assertThat(odd.fields()).containsOnlyKeys("stock");
        assertThat(odd.warnings()).extracting(EventWarning::field).containsExactly("a\uFFFD", "b", "c");
    }

    // Times.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T10:30:00+0100",
                "2026-01-05 10:30:00 +0100",
                "2026-01-05 09:30:00 UTC",
                "Mon, 05 Jan 2026 09:30:00 GMT",
                "1767605400",
                "20260105T093000Z"
            })
    void timesAreReadAsLibrariesWriteThem(String time) {
        Instant moment = Instant.parse("2026-01-05T09:30:00Z");

        assertThat(event("{\"type\":\"vehicle.updated\",\"vin\":\"%s\",\"timestamp\":\"%s\"}".formatted(VIN, time))
                        .at())
                .isEqualTo(moment);
        assertThat(event("type,vin,timestamp\nvehicle.updated," + VIN + ",\"" + time + "\"")
                        .at())
                .isEqualTo(moment);
        assertThat(event("{\"event\":{\"name\":\"vehicle.updated\",\"ts\":\"%s\"},\"vehicle\":{\"vin\":\"%s\"}}"
                                .formatted(time, VIN))
                        .at())
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "0000-00-00 00:00:00", "11/24/2026 7:57 PM"})
    void aTimeThatIsNoneIsTheTimeOfReceiptAndTold(String time) {
        VehicleEvent event =
                event("{\"type\":\"vehicle.sold\",\"vin\":\"%s\",\"timestamp\":\"%s\"}".formatted(VIN, time));

        assertThat(event.at()).isNull();
        assertThat(event.warnings()).extracting(EventWarning::code).containsExactly("UnreadableTime");
    }

    // VINs.

    @ParameterizedTest
    @ValueSource(strings = {"vin", "VIN", "Vin", "vIN"})
    void theVinIsFoundInAnyCase(String name) {
        assertThat(event("{\"type\":\"vehicle.updated\",\"%s\":\"%s\",\"price\":1}".formatted(name, VIN))
                        .fields())
                .containsOnlyKeys("price");
        assertThat(event("{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"vehicle.updated\",\"data\":{\"%s\":\"%s\"}}"
                                .formatted(name, VIN))
                        .fields())
                .isEmpty();
        assertThat(event("type;" + name + "\nvehicle.sold;" + VIN).vin().value())
                .isEqualTo(VIN);
    }

    @Test
    void whatIsForgivenInAVinIsTold() {
        VehicleEvent event = event("{\"type\":\"vehicle.updated\",\"vin\":\"*I%s*\"}".formatted(VIN));

        assertThat(event.vin().value()).isEqualTo(VIN);
        assertThat(event.warnings()).extracting(EventWarning::code).containsExactly("VinForgiven");
    }

    // What messages are wrapped in.

    @Test
    void jsonInATextOrInBase64IsRead() {
        String flat = "{\"type\":\"vehicle.updated\",\"vin\":\"%s\",\"price\":1}".formatted(VIN);
        String envelope = "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"vehicle.updated\",%s}";
        String data = "{\"vin\":\"%s\",\"price\":1}".formatted(VIN);

        for (String message : List.of(
                text(flat),
                text(text(flat)),
                "[" + text(flat) + "]",
                text("[" + flat + "]"),
                envelope.formatted("\"data\":" + text(data)),
                envelope.formatted(
                        "\"data_base64\":\"" + Base64.getEncoder().encodeToString(data.getBytes(UTF_8)) + "\""),
                text(envelope.formatted("\"data\":" + data)))) {
            assertThat(event(message).fields()).as(message).containsOnlyKeys("price");
        }
    }

    @Test
    void starIsReadAsStarWritesIt() {
        String line =
                "<VehicleInventoryInvoice><VehicleInventoryVehicleLineItem><Vehicle><VehicleID>%s</VehicleID></Vehicle>"
                        + "<VehicleStockString>S1</VehicleStockString><VehicleStatusCode>In Stock</VehicleStatusCode></VehicleInventoryVehicleLineItem></VehicleInventoryInvoice>";
        String two = "<VehicleInventory>" + line.formatted(VIN) + line.formatted(OTHER) + "</VehicleInventory>";
        String show = inventory("ShowVehicleInventory", two);
        String soap =
                "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header/><soap:Body>%s</soap:Body></soap:Envelope>";

        for (String message : List.of(
                inventory("ProcessVehicleInventory", two),
                show,
                soap.formatted(show),
                soap.formatted("<ProcessMessage><payload><content id=\"c\">" + show
                        + "</content></payload></ProcessMessage>"))) {
            List<VehicleEvent> events = events(message.getBytes(UTF_8));
            assertThat(events).extracting(event -> event.vin().value()).containsExactly(VIN, OTHER);
            assertThat(events).extracting(VehicleEvent::kind).containsOnly("vehicle.arrived");
            assertThat(events.get(0).fields().get("stock").asText()).isEqualTo("S1");
            assertThat(events.get(0).source()).isEqualTo("D7");
        }
    }

    @Test
    void thePriceOfAStarVehicleIsTheOneThatIsAsked() {
        String price =
                "<Pricing><Price><PriceCode>%s</PriceCode><ChargeAmount currencyID=\"USD\">%s</ChargeAmount></Price></Pricing>";
        String line = "<VehicleInventoryInvoice><VehicleInventoryVehicleLineItem><Vehicle><VehicleID>" + VIN
                + "</VehicleID><VehicleStockString>S1</VehicleStockString></Vehicle>%s<VehicleStatusCode>In Transit</VehicleStatusCode>"
                + "</VehicleInventoryVehicleLineItem></VehicleInventoryInvoice>";
        String three = price.formatted("MSRP", "21,000.00")
                + price.formatted("Invoice", "18000")
                + price.formatted("Selling Price", "19,500");

        VehicleEvent event = event(inventory(
                "ShowVehicleInventory", "<VehicleInventory>" + line.formatted(three) + "</VehicleInventory>"));
        VehicleEvent one = event(inventory(
                "ShowVehicleInventory",
                "<VehicleInventory>"
                        + line.formatted(price.formatted("Base", "Call").replace("<PriceCode>Base</PriceCode>", ""))
                        + "</VehicleInventory>"));

        assertThat(event.fields()).hasToString("{dealer=\"D7\", msrp=21000, price=19500, stock=\"S1\"}");
        assertThat(event.kind()).isEqualTo("vehicle.updated");
        assertThat(one.fields()).hasToString("{dealer=\"D7\", price=null, priceText=\"Call\", stock=\"S1\"}");
    }

    @Test
    void anInventoryWithoutAStatusIsNewsOfItsVehicles() {
        assertThat(event(star("<VehicleStockString>S1</VehicleStockString>")).kind())
                .isEqualTo("vehicle.updated");
    }

    // Separators, names of columns, character sets.

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", ","})
    void anySeparatorIsFound(String separator) {
        String csv = "type,vin,stock,price\nvehicle.sold,%s,S1,\nvehicle.sold,%s,S2,7\n"
                .formatted(VIN, OTHER)
                .replace(",", separator);

        assertThat(events(csv.getBytes(UTF_8)))
                .extracting(event -> event.fields().get("stock").asText())
                .containsExactly("S1", "S2");
        assertThat(events(("sep=" + separator + "\r\n" + csv).getBytes(UTF_8))).hasSize(2);
        assertThat(event("vehicle.sold,%s,,S1".formatted(VIN).replace(",", separator))
                        .fields())
                .containsKey("stock");
    }

    @ParameterizedTest
    @CsvSource({
        "VIN Number,Stock #,Selling Price,Odometer",
        "vehicle_vin,stock_number,Price,Miles",
        "Vehicle Identification Number,StockNo,asking price,mileage"
    })
    void columnsAreFoundByTheNamesThatDealerSystemsGiveThem(String vin, String stock, String price, String mileage) {
        String csv = "Type,%s,%s,%s,%s,Colour\nvehicle.updated,%s,S1,\"$1,500\",\"12,345 mi\",red\n"
                .formatted(vin, stock, price, mileage, VIN);

        assertThat(fields(csv)).hasToString("{colour=\"red\", mileage=12345, price=1500, stock=\"S1\"}");
    }

    @Test
    void aColumnOfVinsIsFoundUnderAnyName() {
        assertThat(fields("type,Fahrgestell-Nr.,stock\nvehicle.sold," + VIN + ",S1\n"))
                .containsOnlyKeys("stock");
    }

    @Test
    void byteOrderMarksAndXmlInUtf16AreRead() {
        String csv = "type,vin,stock\nvehicle.sold," + VIN + ",Métal\n";
        String json = "{\"type\":\"vehicle.sold\",\"vin\":\"%s\",\"stock\":\"Métal\"}".formatted(VIN);
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n"
                + star("<VehicleStockString>Métal</VehicleStockString>");
        String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n"
                + star("<VehicleStockString>Métal</VehicleStockString>");

        for (String message : List.of(csv, json)) {
            for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
                assertThat(stock(("\uFEFF" + message).getBytes(charset)))
                        .as(charset + message)
                        .isEqualTo("Métal");
            }
        }
        assertThat(stock(xml.getBytes(UTF_16))).isEqualTo("Métal");
        assertThat(stock(xml.getBytes(UTF_16LE))).isEqualTo("Métal");
        assertThat(stock(("\uFEFF" + latin).getBytes(UTF_8))).isEqualTo("Métal");
        assertThat(stock(latin.getBytes(Charset.forName("ISO-8859-1")))).isEqualTo("Métal");
    }

    @Test
    void aQuoteThatIsNotClosedIsRefusedWithItsLine() {
        assertThat(why("type,vin,stock\nvehicle.sold," + VIN + ",\"20 inch\nvehicle.sold," + OTHER + ",S2\n"))
                .isEqualTo("The message is no CSV beyond line 2: a quote that is opened there is not closed");
        assertThat(why("type,vin,stock\nvehicle.sold," + VIN + ",\"20\" inch\"\n"))
                .isEqualTo(
                        "The message is no CSV beyond line 2: a field in quotes begins there, and in line 2 a quote does not end it; "
                                + "a quote within a field is written twice");
        assertThat(fields("type,vin,wheels\nvehicle.sold," + VIN + ",18\" alloy\n")
                        .get("wheels")
                        .asText())
                .isEqualTo("18\" alloy");
    }

    private static String star(String inVehicle) {
        return inventory(
                "ProcessVehicleInventory",
                "<VehicleInventory>" + inVehicle + "<Vehicle><VehicleID>" + VIN
                        + "</VehicleID></Vehicle></VehicleInventory>");
    }

    private static String inventory(String root, String vehicles) {
        return ("<ROOT xmlns=\"http://www.starstandard.org/STAR/5\"><ApplicationArea><Sender><DealerNumberID>D7</DealerNumberID></Sender>"
                        + "<CreationDateTime>2026-01-05T09:30:00Z</CreationDateTime></ApplicationArea><ROOTDataArea><Process/>"
                        + vehicles
                        + "</ROOTDataArea></ROOT>")
                .replace("ROOT", root);
    }

    private static String text(String json) {
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static JsonNode null0() {
        return NullNode.instance;
    }

    private static String stock(byte[] message) {
        return events(message).get(0).fields().get("stock").asText();
    }

    private static SortedMap<String, JsonNode> fields(String message) {
        return event(message).fields();
    }

    private static VehicleEvent event(String message) {
        List<VehicleEvent> events = events(message.getBytes(UTF_8));
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static List<VehicleEvent> events(byte[] message) {
        return read(message).stream()
                .map(reading -> {
                    assertThat(reading)
                            .as(
                                    reading instanceof Unclear unclear
                                            ? unclear.failure().getMessage()
                                            : "")
                            .isInstanceOf(Understood.class);
                    return ((Understood) reading).event();
                })
                .toList();
    }

    private static String why(String message) {
        return ((Unclear) read(message.getBytes(UTF_8)).get(0)).failure().getMessage();
    }

    private static List<ParsedEvent> read(byte[] message) {
        return NORMALISING
                .read(new MessageBatch(IntakeChannel.STREAM, List.of(message), null))
                .list();
    }
}
