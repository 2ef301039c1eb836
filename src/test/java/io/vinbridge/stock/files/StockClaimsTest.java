package io.vinbridge.stock.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.stock.StockSettings;
import io.vinbridge.stock.store.StockFile;
import io.vinbridge.testing.TestServers;
import io.vinbridge.work.LeaseLost;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A file outlives the nodes that end over it, and only one that ends them at the same place is given up. */
class StockClaimsTest {

    private static JdbcClient jdbc;
    private static StockClaims claims;

    @BeforeAll
    static void migrate() {
        jdbc = JdbcClient.create(new DriverManagerDataSource(
                TestServers.migratedDatabase(), TestServers.postgres().user(), ""));
        StockSettings usual = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("vinbridge.stock", StockSettings.class);
        claims = new StockClaims(jdbc, new StockParts(jdbc), usual);
        jdbc.sql("INSERT INTO dealers (code, details) VALUES ('D7', '{\"name\": \"Example Motors\"}')")
                .update();
    }

    @BeforeEach
    void receive() {
        jdbc.sql("DELETE FROM stock_files").update();
        jdbc.sql("""
                INSERT INTO stock_files (id, dealer, mode, state, sha256, bytes, said_at)
                VALUES (gen_random_uuid(), 'D7', 'whole', 'received', '', 1, now())
                """).update();
    }

    @Test
    void aFileThatGetsOnIsNeverGivenUpHoweverOftenNodesEnd() {
        for (int end = 1; end <= 20; end++) {
            StockFile file = claims.next();
            assertThat(file).as("after %d ends", end - 1).isNotNull();
            claims.reach(file, end * 500L);
            nodeEnds();
        }

        assertThat(state()).isEqualTo("received");
    }

    @Test
    void aFileOverWhichNodesEndAtTheSamePlaceIsRefused() {
        int begun = 0;
        for (StockFile file = claims.next(); file != null; file = claims.next()) {
            begun++;
            claims.reach(file, 500);
            nodeEnds();
        }

        assertThat(begun).isEqualTo(6);
        assertThat(state()).isEqualTo("refused");
        assertThat(jdbc.sql("SELECT detail FROM stock_files")
                        .query(String.class)
                        .single())
                .isEqualTo("Working on it has ended 5 times at the same place");
    }

    @Test
    void aNodeThatStopsHandsItsFileToTheNextAtOnce() {
        for (int stop = 1; stop <= 20; stop++) {
            StockFile file = claims.next();
            assertThat(file).as("after %d stops", stop - 1).isNotNull();
            claims.handBack(file);
        }
    }

    @Test
    void whoLostAFileReadsItNoFurther() {
        StockFile lost = claims.next();
        nodeEnds();
        claims.next();

        assertThatThrownBy(() -> claims.reach(lost, 500)).isInstanceOf(LeaseLost.class);
    }

    private static void nodeEnds() {
        jdbc.sql("UPDATE stock_files SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL")
                .update();
    }

    private static String state() {
        return jdbc.sql("SELECT state FROM stock_files").query(String.class).single();
    }
}
