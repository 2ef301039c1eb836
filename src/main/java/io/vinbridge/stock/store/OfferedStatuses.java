package io.vinbridge.stock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statuses of a dealer's offers, which a file that has no column of them leaves as they are. */
@Component
public class OfferedStatuses {

    private static final String OF = """
            SELECT vin, status FROM offers WHERE dealer = :dealer AND vin = ANY (:vins) AND status IS NOT NULL
            """;

    private final JdbcClient jdbc;

    OfferedStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By VIN; those are missing of which nobody has said one. */
    public Map<String, JsonNode> of(String dealer, Collection<StagedLine> lines) {
        Map<String, JsonNode> statuses = new HashMap<>();
        jdbc.sql(OF)
                .param("dealer", dealer)
                .param("vins", lines.stream().map(StagedLine::vin).toArray(String[]::new))
                .query(row -> {
                    statuses.put(row.getString("vin"), TextNode.valueOf(row.getString("status")));
                });
        return statuses;
    }
}
