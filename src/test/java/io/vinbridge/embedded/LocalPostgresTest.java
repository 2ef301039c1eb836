package io.vinbridge.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The database of the embedded run ends with it. */
class LocalPostgresTest {

    @Test
    void endsThoughSomebodyIsConnected() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "test-servers"));
        LocalPostgres postgres =
                LocalPostgres.on(Files.createTempDirectory(folder, "connected").resolve("postgres"));
        try (Connection somebody = DriverManager.getConnection(postgres.database("somebodys"), postgres.user(), "")) {
            CompletableFuture.runAsync(postgres::close).get(30, TimeUnit.SECONDS);

            assertThatThrownBy(() -> somebody.createStatement().execute("SELECT"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
