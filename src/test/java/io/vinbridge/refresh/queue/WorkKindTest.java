package io.vinbridge.refresh.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.testing.World;
import org.apache.camel.CamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each kind of work has a flow that does it, and that no step of a schedule displaces: of two routes of one name Camel
 * keeps the later.
 */
class WorkKindTest {

    @ParameterizedTest
    @EnumSource(WorkKind.class)
    void hasARouteForItsFlow(WorkKind kind) {
        assertThat(World.shared().node().bean(CamelContext.class).getRoutes())
                .filteredOn(route -> !route.getProperties().containsKey("offered"))
                .extracting(route -> route.getEndpoint().getEndpointUri())
                .contains("direct://refresh." + kind.flow());
    }
}
