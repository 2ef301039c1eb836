package io.vinbridge.vehicles.descriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.RecordedAnswers;
import io.vinbridge.testing.World;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.documents.KeyedAnswer;
import io.vinbridge.vehicles.documents.NormalizedAnswer;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What an answer does to what is stored. */
class DescriptionsTest {

    private static final AtomicInteger PATTERNS = new AtomicInteger(10_000);

    private final Node node = World.shared().node();
    private final Descriptions descriptions = node.bean(Descriptions.class);
    private final TransactionTemplate transaction = node.bean(TransactionTemplate.class);
    private final JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
    private final Vin vin = Vin.of(World.vin(PATTERNS.incrementAndGet(), 1));
    private final String key = node.bean(RequestKeys.class).describing(vin);

    @BeforeEach
    void ask() {
        node.bean(VehicleRegistry.class).register(List.of(vin), "asked");
    }

    @Test
    void givesAnAnswerToTheVehiclesThatWaitForIt() {
        describe(RecordedAnswers.twoStyles());

        assertThat(read("$.make")).isEqualTo("Ford");
        assertThat(kinds()).containsExactly("vehicle.described");
    }

    @Test
    void writesNeitherDocumentNorChangeForAnEqualAnswer() {
        describe(RecordedAnswers.twoStyles());
        long documents = count("documents");
        long before = count("changes");

        describe(RecordedAnswers.twoStyles());

        assertThat(count("documents")).isEqualTo(documents);
        assertThat(count("changes")).isEqualTo(before);
    }

    @Test
    void tellsWhatChangedByFieldForEveryVehicleOfThePattern() {
        Vin sibling = sibling();
        describe(RecordedAnswers.twoStyles());
        node.get("/vehicles/" + sibling);

        describe(RecordedAnswers.twoStyles("msrp=\"50500.0\"", "msrp=\"51000.0\""));

        for (Vin changed : List.of(vin, sibling)) {
            String history = node.get("/vehicles/" + changed + "/history").body();
            assertThat(JsonPath.<String>read(history, "$.items[0].kind")).isEqualTo("vehicle.changed");
            assertThat(JsonPath.<List<String>>read(history, "$.items[0].fields[*].name"))
                    .contains("styles[435602].price.msrp");
            assertThat(JsonPath.<String>read(history, "$.items[0].correlationId"))
                    .isEqualTo("described");
        }
    }

    @Test
    void keepsTheChosenStyleThroughAChange() {
        describe(RecordedAnswers.twoStyles());
        choose(435602);

        describe(RecordedAnswers.twoStyles("msrp=\"50500.0\"", "msrp=\"51500.0\""));

        assertThat(read("$.styleId")).isEqualTo(435602);
        assertThat(read("$.trim")).isEqualTo("XLT");
    }

    @Test
    void isAmbiguousAgainWhereNothingKnownFitsAnyMore() {
        describe(RecordedAnswers.twoStyles());
        choose(435602);

        describe(RecordedAnswers.twoStyles("435602", "435699"));

        assertThat(read("$.styleId")).isNull();
        assertThat(read("$.ambiguous")).isEqualTo(true);
    }

    @Test
    void keepsADescriptionThatIsNotCarriedAnyMoreAndSaysSo() {
        describe(RecordedAnswers.twoStyles());

        transaction.executeWithoutResult(step -> node.bean(NegativeAnswers.class)
                .notCarried(key, new Answer.NotCarried<>("VinNotCarriedByChrome", "not carried by Chrome")));

        assertThat(read("$.make")).isEqualTo("Ford");
        assertThat((List<?>) read("$.warnings[?(@.code == 'VinNotCarriedByChrome')]"))
                .hasSize(1);
    }

    @Test
    void leavesWarningsAboutTheAskedVinOutOfWhatThePatternShares() {
        NormalizedAnswer answer = NormalizedAnswer.of(new Answer.Given<>(
                new DescribeResult(RecordedAnswers.twoStyles(), "Catalog", false),
                List.of(new Warning("InvalidVinCheckDigit", "bad"), new Warning("UnusedTrimName", "unused")),
                new byte[] {1}));

        assertThat(answer.warnings()).extracting(Warning::code).containsExactly("UnusedTrimName");
    }

    @Test
    void isNotMissedByAVehicleThatComesWhileItIsBeingStored() throws Exception {
        Vin sibling = sibling();
        describe(RecordedAnswers.twoStyles());

        describeWhile("53000.0", () -> node.bean(VehicleRegistry.class).register(List.of(sibling), "comes"));

        assertThat(documents(sibling)).isEqualTo(documents(vin));
    }

    @Test
    void isNotMissedByAVehicleThatComesUnderTheKeyWhileItIsBeingStored() throws Exception {
        Vin moved = sibling();
        describe(RecordedAnswers.twoStyles());
        node.get("/vehicles/" + moved);
        jdbc.update("UPDATE vehicles SET request_key = 'describe:of other settings' WHERE vin = ?", moved.value());

        describeWhile("54000.0", () -> node.bean(VehicleRegistry.class).move(List.of(moved), "comes"));

        assertThat(documents(moved)).isEqualTo(documents(vin));
    }

    /** Commits only once the vehicle has come, or waits for that. */
    private void describeWhile(String price, Runnable vehicleComes) throws Exception {
        CompletableFuture<Void> comes = new CompletableFuture<>();
        Description later = RecordedAnswers.twoStyles("msrp=\"50500.0\"", "msrp=\"" + price + "\"");
        transaction.executeWithoutResult(step -> {
            descriptions.described(List.of(answered(later)));
            comes.completeAsync(() -> {
                vehicleComes.run();
                return null;
            });
            await().until(() -> comes.isDone() || waitsForALock());
        });
        comes.get(30, TimeUnit.SECONDS);
    }

    @Test
    void replacesADocumentThatIsDamagedOnceTheSameIsSaidAgain() {
        try (World world = World.create()) {
            String damaged = World.freshVin();
            Node writer = world.node();
            writer.get("/vehicles/" + damaged);
            damage("(SELECT document FROM vehicles)", writer.bean(JdbcTemplate.class));
            Node reader = world.node("vinbridge.vehicles.document-cache=1MB");

            assertThat(reader.get("/vehicles/" + damaged).statusCode()).isEqualTo(500);

            await().until(() -> reader.get("/vehicles/" + damaged).statusCode() == 200);
            assertThat(world.sandbox().ledger().callsForVin(damaged)).isEqualTo(2);
        }
    }

    @Test
    void isServedFromMemoryOnceWrittenThoughTheCacheHasNoRoom() {
        Node small = World.shared().node("vinbridge.vehicles.document-cache=0B");
        KeyedAnswer said = answered(RecordedAnswers.twoStyles("msrp=\"50500.0\"", "msrp=\"57000.0\""));

        small.bean(TransactionTemplate.class)
                .executeWithoutResult(step -> small.bean(Descriptions.class).described(List.of(said)));
        damage("(SELECT document FROM vehicles WHERE vin = '" + vin + "')", jdbc);

        assertThat(small.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
        assertThat(said.answer().document()).as("held until here").isNotNull();
    }

    @Test
    void isReplacedByAnotherThoughTheOneBeforeIsDamaged() {
        describe(RecordedAnswers.twoStyles("msrp=\"50500.0\"", "msrp=\"55000.0\""));
        damage("(SELECT document FROM vehicles WHERE vin = '" + vin + "')", jdbc);
        Node other = World.shared().node("vinbridge.vehicles.document-cache=1MB");
        KeyedAnswer later = answered(RecordedAnswers.twoStyles("msrp=\"50500.0\"", "msrp=\"56000.0\""));

        other.bean(TransactionTemplate.class)
                .executeWithoutResult(step -> other.bean(Descriptions.class).described(List.of(later)));

        assertThat(kinds()).containsExactly("vehicle.changed", "vehicle.described");
    }

    private void choose(int styleId) {
        assertThat(node.send(node.request("/api/v1/vehicles/" + vin + "/style", "Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"styleId\": " + styleId + "}")))
                        .statusCode())
                .isEqualTo(200);
    }

    private static void damage(String document, JdbcTemplate jdbc) {
        assertThat(jdbc.update("UPDATE documents SET content = set_byte(content, 100, 0) WHERE hash = " + document))
                .isEqualTo(1);
    }

    private Vin sibling() {
        return new Vin(vin.value().substring(0, 11) + "654321");
    }

    private boolean waitsForALock() {
        return jdbc.queryForObject("SELECT count(*) FROM pg_locks WHERE NOT granted", Integer.class) > 0;
    }

    private String documents(Vin of) {
        return jdbc.queryForObject(
                "SELECT encode(document, 'hex') FROM vehicles WHERE vin = ?", String.class, of.value());
    }

    private void describe(Description description) {
        transaction.executeWithoutResult(step -> descriptions.described(List.of(answered(description))));
    }

    private KeyedAnswer answered(Description description) {
        NormalizedAnswer answer = NormalizedAnswer.of(
                new Answer.Given<>(new DescribeResult(description, "Catalog", false), List.of(), new byte[] {1}));
        return new KeyedAnswer(key, answer, "described");
    }

    private Object read(String path) {
        return JsonPath.read(node.get("/vehicles/" + vin).body(), path);
    }

    private List<String> kinds() {
        return JsonPath.read(node.get("/vehicles/" + vin + "/history").body(), "$.items[*].kind");
    }

    private long count(String table) {
        return jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class);
    }
}
