package io.vinbridge.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Answers are held against the very operation that gave them. */
class ServedContractTest {

    private static final String JSON = "application/json";

    @Test
    void findsNothingWrongWithAnAnswerAsTheContractHasIt() {
        assertThat(ServedContract.faults("GET", "/nodes", 200, JSON, """
                        {"items": [{"node": "a-1", "version": "0.1.0", "startedAt": "2026-11-01T10:00:00Z",
                          "seenAt": "2026-11-01T10:00:00Z", "differences": []}], "next": null}""")).isEmpty();
    }

    @Test
    void findsWhatNoClientKnowsAndWhatIsMissing() {
        assertThat(ServedContract.faults("GET", "/nodes", 200, JSON, """
                        {"items": [{"node": "a-1", "version": 1, "startedAt": "2026-11-01T10:00:00Z",
                          "seenAt": "yesterday", "colour": "red"}], "next": null}"""))
                .containsExactlyInAnyOrder(
                        ".items[].version is NUMBER, not \"string\"",
                        ".items[].seenAt is no time",
                        ".items[].colour is not in the contract",
                        ".items[].differences is missing");
    }

    @Test
    void takesAPathThatIsWrittenOutBeforeOneWithAVariable() {
        assertThat(ServedContract.faults(
                        "GET", "/media/coverage", 200, JSON, "{\"items\": [], \"next\": null, \"styles\": 0}"))
                .isEmpty();
    }

    @Test
    void holdsAProblemAgainstWhatProblemsAreWhereverItComes() {
        assertThat(ServedContract.faults("GET", "/nowhere", 404, "application/problem+json", """
                        {"type": "urn:vinbridge:problem:not-found", "title": "Not found", "status": 404, "mood": "sad"}"""))
                .containsExactly(".mood is not in the contract");
    }
}
