package io.vinbridge.api.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What tells one answer from another. */
class FingerprintTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private record Part(
            String name, @Nullable Integer number, @Nullable Instant at, List<Part> parts) {}

    @Test
    void isTheSameOfTheSame() {
        assertThat(Fingerprint.of("a", part("b", 1, NOON)))
                .isEqualTo(Fingerprint.of("a", part("b", 1, NOON)))
                .matches("[0-9a-f]{24}");
    }

    @Test
    void isAnotherWhereAnythingInARecordIsAnother() {
        assertThat(List.of(
                        Fingerprint.of(part("b", 1, NOON)),
                        Fingerprint.of(part("c", 1, NOON)),
                        Fingerprint.of(part("b", 2, NOON)),
                        Fingerprint.of(part("b", null, NOON)),
                        Fingerprint.of(part("b", 1, NOON.plusNanos(1))),
                        Fingerprint.of(part("b", 1, null)),
                        Fingerprint.of(part("b", 1, NOON, part("c", 1, NOON))),
                        Fingerprint.of(part("b", 1, NOON, part("c", 2, NOON)))))
                .doesNotHaveDuplicates();
    }

    @Test
    void isAnotherWhereTheSameIsPartedOtherwise() {
        assertThat(List.of(
                        Fingerprint.of("ab", "c"),
                        Fingerprint.of("a", "bc"),
                        Fingerprint.of("abc"),
                        Fingerprint.of("1:a", "bc"),
                        Fingerprint.of(List.of("ab", "c")),
                        Fingerprint.of(List.of("ab"), "c"),
                        Fingerprint.of(List.of("ab"), List.of("c")),
                        Fingerprint.of("ab", "c", null),
                        Fingerprint.of("ab", "c", "-"),
                        Fingerprint.of("ab", "c", ""),
                        Fingerprint.of("ab", "c", Arrays.asList((Object) null)),
                        Fingerprint.of("ab", "c", List.of())))
                .doesNotHaveDuplicates();
    }

    @Test
    void isOfNoArray() {
        assertThatThrownBy(() -> Fingerprint.of((Object) new byte[] {1})).isInstanceOf(IllegalArgumentException.class);
    }

    private static Part part(String name, @Nullable Integer number, @Nullable Instant at, Part... parts) {
        return new Part(name, number, at, List.of(parts));
    }
}
