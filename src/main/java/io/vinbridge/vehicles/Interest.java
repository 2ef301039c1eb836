package io.vinbridge.vehicles;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who still wants a description: readers, and whoever tracks a vehicle of it. What nobody wants rests, until somebody does. */
@Component
public class Interest {

    private static final String READ = """
            UPDATE descriptions d SET reads = d.reads + held.reads, read_at = now(), resting = false
            FROM (SELECT d.request_key, counted.reads FROM unnest(?::text[], ?::bigint[]) AS counted (request_key, reads)
                  JOIN descriptions d USING (request_key) ORDER BY d.request_key FOR NO KEY UPDATE OF d) AS held
            WHERE d.request_key = held.request_key
            """;
    private static final String WAKE = """
            UPDATE descriptions SET resting = false
            WHERE resting AND request_key IN (SELECT request_key FROM vehicles WHERE vin = ANY (?))
            """;

    private final JdbcTemplate jdbc;

    Interest(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes reads, by request key; what rested is awake again. Rows are locked in the order of their keys. */
    public void read(Map<String, Long> reads) {
        jdbc.update(connection -> {
            PreparedStatement sql = connection.prepareStatement(READ);
            sql.setArray(1, connection.createArrayOf("text", reads.keySet().toArray()));
            sql.setArray(2, connection.createArrayOf("bigint", reads.values().toArray()));
            return sql;
        });
    }

    /** Marks vehicles as tracked: their descriptions are kept fresh though nobody reads them. */
    @Transactional
    public void track(Collection<Vin> vins) {
        Object[] texts = vins.stream().map(Vin::value).toArray();
        for (String sql :
                new String[] {"UPDATE vehicles SET tracked = true WHERE vin = ANY (?) AND NOT tracked", WAKE}) {
            jdbc.update(connection -> {
                PreparedStatement statement = connection.prepareStatement(sql);
                statement.setArray(1, connection.createArrayOf("text", texts));
                return statement;
            });
        }
    }
}
