package io.vinbridge.api.styles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.testing.contract.ContractCheck;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Vehicles by year, make and model, for whoever knows no VIN; and what the numbers in their descriptions mean. */
class CatalogByWordsTest {

    private final Node node = World.shared().node();
    private final JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void describesAModelByWordsForOneCall() {
        String words = "/catalog/describe?year=2019&make=Acura&model=TLX";

        assertThat(calls(words)).isEqualTo(1);
        HttpResponse<String> first = node.get(words);
        HttpResponse<String> again = node.get(words + "&view=card");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(JsonPath.<List<String>>read(first.body(), "$.styles[*].model.name"))
                .hasSizeGreaterThan(1)
                .containsOnly("TLX");
        assertThat(JsonPath.<Integer>read(first.body(), "$.modelYear")).isEqualTo(2019);
        assertThat(JsonPath.<String>read(first.body(), "$.source.service")).isEqualTo("ADS 7c");
        assertThat(JsonPath.<Object>read(again.body(), "$.styleId")).isNull();
        assertThat(JsonPath.<List<?>>read(again.body(), "$.candidates")).hasSizeGreaterThan(1);
        assertThat(calls(words)).isZero();
        assertThat(calls(words + "&refresh=true")).isEqualTo(1);
        assertThat(paid("2019/Acura/TLX//")).isEqualTo(1);
        assertThat(JsonPath.<List<String>>read(
                        node.get("/usage/calls?limit=200").body(), "$.items[?(@.kind == 'model')].cause"))
                .contains("miss");
    }

    @Test
    void asksOnceHoweverManyAskAtATime() {
        List<CompletableFuture<HttpResponse<String>>> readers = IntStream.range(0, 10)
                .mapToObj(reader -> CompletableFuture.supplyAsync(
                        () -> node.get("/catalog/describe?year=2018&make=Acura&model=MDX")))
                .toList();

        assertThat(readers)
                .allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
        assertThat(paid("2018/Acura/MDX//")).isEqualTo(1);
    }

    @Test
    void narrowsByTrimAndByTheNameOfAStyle() {
        String all =
                node.get("/catalog/describe?year=2017&make=Acura&model=ILX").body();
        String name = JsonPath.read(all, "$.styles[0].name");

        String trim = node.get("/catalog/describe?year=2017&make=Acura&model=ILX&trim=Premium")
                .body();
        String style = node.get(
                        "/catalog/describe?view=style&year=2017&make=Acura&model=ILX&style=" + name.replace(" ", "%20"))
                .body();

        assertThat(JsonPath.<String>read(trim, "$.trim")).isEqualTo("Premium");
        assertThat(JsonPath.<String>read(style, "$.styleName")).isEqualTo(name);
        assertThat(node.get("/catalog/describe?view=style&year=2017&make=Acura&model=ILX")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void remembersThatAModelIsNotCarried() {
        String words = "/catalog/describe?year=2019&make=Acura&model=Hovercraft";

        HttpResponse<String> first = node.get(words);
        HttpResponse<String> again = node.get(words);

        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(first.body()).contains("NameMatchNotFound").contains("2019 Acura Hovercraft");
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(calls(words)).isZero();
        assertThat(paid("2019/Acura/Hovercraft//")).isEqualTo(1);
    }

    @Test
    void servesAnOldDescriptionAtOnceAndAsksForItBehindItsReaders() {
        String words = "/catalog/describe?year=2016&make=Acura&model=RDX";
        node.get(words);
        jdbc.update(
                "UPDATE descriptions SET looked_at = now() - interval '31 days' WHERE request_key LIKE ?", "%RDX//");

        assertThat(calls(words)).isEqualTo(1);
        assertThat(JsonPath.<Boolean>read(node.get(words).body(), "$.stale")).isTrue();

        await().until(() -> !JsonPath.<Boolean>read(node.get(words).body(), "$.stale"));
        assertThat(paid("2016/Acura/RDX//")).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoDesignation() {
        assertThat(node.get("/catalog/describe?year=2019&make=Acura").statusCode())
                .isEqualTo(400);
        assertThat(node.get("/catalog/describe?year=2019&make=%20&model=TLX").statusCode())
                .isEqualTo(400);
    }

    @Test
    void listsSubdivisionsAndTheirModels() {
        String subdivisions = node.get("/catalog/subdivisions?year=2020").body();
        int trucks = JsonPath.<List<Integer>>read(subdivisions, "$.items[?(@.name == 'Ford Trucks')].id")
                .get(0);

        String models =
                node.get("/catalog/models?year=2020&subdivision=" + trucks).body();

        assertThat(JsonPath.<List<String>>read(models, "$.items[*].name")).contains("F-150");
        assertThat(JsonPath.<Boolean>read(subdivisions, "$.stale")).isFalse();
        assertThat(node.get("/catalog/models?year=2020").statusCode()).isEqualTo(400);
        assertThat(node.get("/catalog/models?year=2020&division=1&subdivision=2")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysWhatTheNumbersInADescriptionMean() throws IOException {
        JsonNode vehicle = read("/vehicles/1HGCV1F33LAA12345");
        JsonNode category = vehicle.at("/genericEquipment/0/definition/category");
        JsonNode specification = vehicle.at("/specifications/0/definition");

        JsonNode categories = read("/catalog/categories?id=" + category.path("id"));
        JsonNode specifications = read("/catalog/specifications?id=" + specification.at("/title/id"));
        JsonNode kinds = read("/catalog/option-kinds");

        assertThat(categories.path("items")).hasSize(1);
        assertThat(categories.at("/items/0/name")).isEqualTo(category.path("name"));
        assertThat(specifications.at("/items/0/name")).isEqualTo(specification.at("/title/name"));
        assertThat(specifications.at("/items/0/unit").asText(""))
                .isEqualTo(specification.path("unit").asText(""));
        assertThat(kinds.toString()).contains("{\"id\":41,\"name\":\"wheels\"}");
    }

    @Test
    void listsDefinitionsAsTheContractHasThem() throws IOException {
        ContractCheck contract = new ContractCheck(read("/openapi.json"));

        JsonNode categories = read("/catalog/categories").path("items");
        JsonNode specifications = read("/catalog/specifications").path("items");

        assertThat(categories).hasSizeGreaterThan(50);
        assertThat(specifications).hasSizeGreaterThan(20);
        categories.forEach(
                one -> assertThat(contract.faults(one, "CatalogCategory")).isEmpty());
        specifications.forEach(
                one -> assertThat(contract.faults(one, "CatalogSpecification")).isEmpty());
        read("/catalog/option-kinds").path("items").forEach(one -> assertThat(contract.faults(one, "OptionKind"))
                .isEmpty());
        assertThat(contract.faults(
                        read("/catalog/describe?dryRun=true&year=2019&make=Acura&model=NSX"), "CallEstimate"))
                .isEmpty();
    }

    private JsonNode read(String path) throws IOException {
        return mapper.readTree(node.get(path).body());
    }

    private int calls(String words) {
        HttpResponse<String> estimate = node.get(words + "&dryRun=true");
        assertThat(estimate.statusCode()).as(estimate.body()).isEqualTo(200);
        return JsonPath.read(estimate.body(), "$.calls");
    }

    private Integer paid(String designation) {
        return jdbc.queryForObject(
                "SELECT coalesce(sum(calls), 0)::integer FROM ledger WHERE right(request_key, length(?)) = ?",
                Integer.class,
                ":model:" + designation,
                ":model:" + designation);
    }
}
