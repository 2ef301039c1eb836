package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.cvd.Disagreements;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ADS and CVD held against each other, where they are made to disagree in fields that are known. */
class ServiceComparisonTest {

    private static final int PATTERNS = Integer.getInteger("vinbridge.compared-patterns", 40);
    private static final double SHARE = Double.parseDouble(System.getProperty("vinbridge.disagreeing-share", "0.25"));
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.nodeOfBoth(
            "ads", "vinbridge.chromedata.compare.share=1", "vinbridge.chromedata.compare.calls-per-day=" + PATTERNS);

    private static final Map<Disagreements.Field, String> MEMBERS = Map.of(
            Disagreements.Field.TRIM, "styles.trim",
            Disagreements.Field.DOORS, "styles.doors",
            Disagreements.Field.DRIVE, "styles.drivetrain",
            Disagreements.Field.BODY, "styles.bodyType",
            Disagreements.Field.PRICE, "styles.msrp",
            Disagreements.Field.PAINT, "exteriorColors.rgb",
            Disagreements.Field.OPTION_PRICE, "options.msrp",
            Disagreements.Field.SPECIFICATION, "specifications");

    private static final List<String> VINS = IntStream.range(0, PATTERNS)
            .mapToObj(pattern -> World.vin(50_000 + pattern, 1))
            .toList();

    @BeforeAll
    static void compare() {
        WORLD.sandbox().disagreements().share(SHARE);
        for (int from = 0; from < PATTERNS; from += 50) {
            List<String> some = VINS.subList(from, Math.min(PATTERNS, from + 50));
            NODE.post("/lookups", "{\"vins\": [\"" + String.join("\",\"", some) + "\"]}");
        }
        await().until(() -> JsonPath.<Integer>read(NODE.get("/comparisons").body(), "$.patterns") == PATTERNS);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void findsEachDisagreementAndInventsNone() {
        Map<String, Set<String>> seeded = new TreeMap<>();
        MEMBERS.forEach((field, member) -> VINS.stream()
                .filter(vin -> WORLD.sandbox().disagreements().of(vin).contains(field))
                .forEach(vin ->
                        seeded.computeIfAbsent(member, first -> new TreeSet<>()).add(vin)));
        Map<String, Set<String>> found = new TreeMap<>();
        differences("").stream()
                .filter(one -> MEMBERS.containsValue(one.get("field")))
                .forEach(one -> found.computeIfAbsent((String) one.get("field"), first -> new TreeSet<>())
                        .add((String) one.get("vin")));

        assertThat(found).isEqualTo(seeded);
        assertThat(MEMBERS.values())
                .containsAll(differences("&verdict=different").stream()
                        .map(one -> (String) one.get("field"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void sumsUpByFieldWithAVerdict() {
        String summary = NODE.get("/comparisons").body();

        assertThat(JsonPath.<String>read(summary, "$.verdict"))
                .matches("[0-9.]+ % of [0-9,]+ values of [0-9,]+ VIN patterns are equal .* differ: .*");
        assertThat(JsonPath.<List<String>>read(summary, "$.items[?(@.different > 0)].name"))
                .isSubsetOf(MEMBERS.values())
                .hasSizeGreaterThan(5);
        assertThat(JsonPath.<List<String>>read(NODE.get("/comparisons?by=year").body(), "$.items[*].name"))
                .contains("2023");
        assertThat(JsonPath.<List<String>>read(
                        NODE.get("/comparisons?by=make&make=honda").body(), "$.items[*].name"))
                .containsExactly("Honda");
        String none = NODE.get("/comparisons?make=nobody&year=2023").body();
        assertThat(JsonPath.<Integer>read(none, "$.patterns")).isZero();
        assertThat(JsonPath.<String>read(none, "$.verdict")).isEqualTo("Nothing was compared yet.");
    }

    @Test
    void tellsThemAsATable() {
        String csv = NODE.get("/comparisons/differences?format=csv&verdict=different")
                .body();

        assertThat(csv.lines().findFirst()).contains("at,vin,pattern,field,item,verdict,ads,cvd");
        assertThat(csv.lines().count())
                .isEqualTo(differences("&verdict=different").size() + 1L);
    }

    @Test
    void spendsNoMoreThanItsBudgetAndCountsIt() {
        assertThat(WORLD.sandbox().ledger().calls("vin")).isEqualTo(PATTERNS);
        assertThat(WORLD.sandbox().ledger().calls("describeVehicle")).isEqualTo(PATTERNS);
        String usage = NODE.get("/usage").body();
        long listed = WORLD.sandbox().ledger().calls("style");
        assertThat(JsonPath.<Integer>read(usage, "$.items[0].spent")).isEqualTo((int) (2L * PATTERNS + listed));

        String another = World.vin(60_000, 1);
        NODE.get("/vehicles/" + another);

        await().during(Duration.ofSeconds(1))
                .until(() -> WORLD.sandbox().ledger().calls("vin") == PATTERNS);
    }

    private static List<Map<String, Object>> differences(String of) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String page = NODE.get(
                            "/comparisons/differences?limit=100" + of + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .body();
            all.addAll(JsonPath.<List<Map<String, Object>>>read(page, "$.items"));
            cursor = JsonPath.read(page, "$.next");
        }
        return all;
    }
}
