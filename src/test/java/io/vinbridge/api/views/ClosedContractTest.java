package io.vinbridge.api.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.testing.GeneratedAnswers;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.testing.contract.ContractCheck;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is served has no member that the contract does not have, of no other type, and lacks none that it promises: of
 * 7a in Canada, of 7c, and of whatever the schemas of both allow, that of 7a in French.
 */
class ClosedContractTest {

    private static final World FRENCH = World.create();
    private static final Node OF_7A = FRENCH.node("7a", new String[] {
        "chromedata.country=CA", "chromedata.language=fr", "vinbridge.public-url=https://cars.example.com"
    });
    private static final World WORLD = World.shared();
    private static final Node OF_7C = WORLD.node();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ContractCheck CONTRACT = new ContractCheck(read(OF_7C, "/openapi.json"));

    @AfterAll
    static void close() {
        FRENCH.close();
    }

    @AfterEach
    void clear() {
        WORLD.sandbox().ads().script().clear();
    }

    /** How an answer is made: by which version, of how many candidates, with what share of what may be left out. */
    record Case(String version, int styles, double share, String source, int seed) {}

    static Stream<Case> answers() {
        return Stream.of("7a", "7c")
                .flatMap(version -> Stream.concat(
                        Stream.of(
                                new Case(version, 1, 1, "Build", 1),
                                new Case(version, 2, 1, "Catalog", 2),
                                new Case(version, 1, 0, "Sparse", 3),
                                new Case(version, 2, 0, "Engineered", 4)),
                        IntStream.range(5, 13)
                                .mapToObj(seed -> new Case(version, 1 + seed % 2, 0.5, "Catalog", seed))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void holdsForWhateverTheSchemasAllow(Case one) {
        Node node = one.version.equals("7a") ? OF_7A : OF_7C;
        String vin = World.freshVin();
        (one.version.equals("7a") ? FRENCH : WORLD)
                .sandbox()
                .ads()
                .script()
                .next(
                        vin,
                        new GeneratedAnswers(one.version, node == OF_7A)
                                .answer(vin, one.styles, one.share, one.source, one.seed));

        JsonNode full = holds(node, vin);

        assertThat(full.at("/common/language").asText()).isEqualTo(node == OF_7A ? "fr" : "en");
        assertThat(full.path("styles")).hasSize(one.styles);
        assertThat(full.path("engines").size()).isBetween(one.share == 1 ? 2 : 0, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1HGCV1F33LAA12345", "5FNYF8H98MBA12345", "3GCUYHEL4MGA12345", "5YJ3E1EB3MFA12345"})
    void holdsFor7aOfCanada(String vin) {
        JsonNode full = holds(OF_7A, vin);

        assertThat(full.at("/source/service").asText()).isEqualTo("ADS 7a");
        assertThat(full.at("/warnings/0/code").asText()).isEqualTo("UsingAlternateLocale");
    }

    @Test
    void holdsForWhatIsAskedByWords() {
        for (Node node : new Node[] {OF_7A, OF_7C}) {
            String words = "/catalog/describe?year=2021&make=Honda&model=Accord";
            JsonNode full = read(node, words);
            String trim = full.at("/styles/0/trim").asText();

            assertThat(CONTRACT.faults(full, "Description")).isEmpty();
            assertThat(CONTRACT.faults(read(node, words + "&view=card"), "StyleCard"))
                    .isEmpty();
            assertThat(CONTRACT.faults(read(node, words + "&view=card&trim=" + trim.replace(" ", "%20")), "StyleCard"))
                    .isEmpty();
        }
        assertThat(OF_7A.get("/catalog/describe?year=2021&make=Honda&model=Accord&style=Sedan")
                        .body())
                .contains("7a cannot be asked by a style's name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vehicles?limit=5",
                "/vehicles?view=card&limit=5&facets=make,body,color",
                "/changes?limit=20",
                "/media/coverage",
                "/catalog/years",
                "/catalog/divisions?year=2021",
                "/catalog/subdivisions?year=2021",
                "/catalog/categories",
                "/catalog/specifications",
                "/catalog/option-kinds"
            })
    void holdsForLists(String path) {
        for (Node node : new Node[] {OF_7A, OF_7C}) {
            read(node, "/vehicles/1HGCV1F33LAA12345");

            assertThat(CONTRACT.faultsOfAnswer(read(node, path), path.replaceAll("\\?.*", "")))
                    .isEmpty();
        }
    }

    /** In every view; returns the full one. */
    private static JsonNode holds(Node node, String vin) {
        JsonNode full = read(node, "/vehicles/" + vin);
        JsonNode card = read(node, "/vehicles/" + vin + "?view=card");
        int styleId = full.at("/styles/0/id").asInt();

        assertThat(CONTRACT.faults(full, "Vehicle")).isEmpty();
        assertThat(CONTRACT.faults(read(node, "/vehicles/" + vin + "?trim=EX&option=ZZ"), "Vehicle"))
                .isEmpty();
        assertThat(CONTRACT.faults(card, "VehicleCard")).isEmpty();
        assertThat(card.fieldNames()).toIterable().containsAll(CONTRACT.members("VehicleCard"));
        assertThat(CONTRACT.faults(read(node, "/vehicles/" + vin + "?view=style&styleId=" + styleId), "VehicleStyle"))
                .isEmpty();
        assertThat(CONTRACT.faultsOfAnswer(read(node, "/vehicles/" + vin + "/history"), "/vehicles/{vin}/history"))
                .isEmpty();
        assertThat(CONTRACT.faultsOfAnswer(read(node, "/vehicles/" + vin + "/media"), "/vehicles/{vin}/media"))
                .isEmpty();
        if (node == OF_7A) {
            assertThat(CONTRACT.faults(read(node, "/vehicles/" + vin, "Accept", "application/ld+json"), "Car"))
                    .isEmpty();
        }
        return full;
    }

    private static JsonNode read(Node node, String path, String... headers) {
        HttpResponse<String> answer = node.get(path, headers);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
