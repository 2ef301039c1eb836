package io.vinbridge.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.TraceId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

/** The trace's id follows from the correlation id. */
class TraceIdsTest {

    @Property
    void isAValidOneAndAlwaysTheSame(@ForAll @NotBlank String id) {
        assertThat(TraceId.isValid(TraceIds.of(id))).isTrue();
        assertThat(TraceIds.of(id)).isEqualTo(TraceIds.of(id));
    }

    @Test
    void isTheIdItselfWhereThatIsOne() {
        assertThat(TraceIds.of("4bf92f3577b34da6a3ce929d0e0e4736")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void isTheBeginOfItsHashWhereItIsNot() {
        assertThat(TraceIds.of("journey-1")).isEqualTo(HASH);
    }

    @Test
    void isRandomWhereNobodyAsked() {
        assertThat(new TraceIds().generateTraceId()).isNotEqualTo(new TraceIds().generateTraceId());
    }

    /** {@code printf journey-1 | sha256sum | cut -c1-32}. */
    private static final String HASH = "3cc09b241eff7ce518ccc6540b93e249";
}
