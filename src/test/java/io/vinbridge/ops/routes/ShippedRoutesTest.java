package io.vinbridge.ops.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A service that stands nowhere near its repository, as an image or a jar alone does, has all of its routes. */
class ShippedRoutesTest {

    @Test
    void theServiceBringsEachFileOfTheFolder() {
        assertThat(ShippedRoutes.read("classpath:routes").files().keySet())
                .isEqualTo(ShippedRoutes.read("file:routes").files().keySet())
                .contains("forget-old.camel.yaml", "format-flat.jslt", "feed-meta.schema.json");
    }
}
