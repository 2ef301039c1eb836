package io.vinbridge.vehicles.lists;

import io.vinbridge.database.ArrayColumn;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Popularity of vehicles, by how often they were read of late: a read counts half as much after each week. The sum of
 * what reads still count is kept as the moment at which one read alone would count as much, so that time changes
 * neither the order of vehicles nor a row.
 */
@Component
public class VehiclePopularity {

    /** The exponent has a bound, below which nothing is added that could be told apart, and none that underflows. */
    private static final String READ = """
            INSERT INTO vehicle_reads AS r (vin, warm_at)
            SELECT vin, now() + interval '7 days' * (ln(n.reads) / ln(2))
            FROM unnest(:vins, :reads) AS n (vin, reads) JOIN vehicles v USING (vin)
            ORDER BY vin
            ON CONFLICT (vin) DO UPDATE SET warm_at = greatest(r.warm_at, excluded.warm_at) + interval '7 days'
                * (ln(1 + power(2::float8, -least(60, abs(extract(epoch FROM r.warm_at - excluded.warm_at)::float8) / 604800))) / ln(2::float8))
            """;

    private final JdbcClient jdbc;

    VehiclePopularity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes reads made just now, by VIN and in the order of the VINs; of what is no vehicle here, none. */
    public void read(Map<String, Long> reads) {
        jdbc.sql(READ)
                .param("vins", ArrayColumn.TEXT.of(reads.keySet()))
                .param("reads", ArrayColumn.BIGINT.of(reads.values()))
                .update();
    }
}
