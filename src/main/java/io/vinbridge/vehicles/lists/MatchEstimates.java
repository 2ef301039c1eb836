package io.vinbridge.vehicles.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.database.ListQueries;
import io.vinbridge.vehicles.CanonicalJson;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Estimates of how many vehicles a filter finds, by the database's statistics, which change slowly. */
@Component
class MatchEstimates {

    private final ListQueries queries;
    private final Cache<List<Object>, Long> lately = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    MatchEstimates(ListQueries queries) {
        this.queries = queries;
    }

    long of(VehicleFilter filter) {
        return lately.get(List.of(filter.where(), filter.values()), key -> estimate(filter));
    }

    private long estimate(VehicleFilter filter) {
        String plan = queries.read(filter.what(), jdbc -> jdbc.sql(
                        "EXPLAIN (FORMAT JSON) SELECT FROM vehicles WHERE listed" + filter.where())
                .params(filter.values())
                .query(String.class)
                .single());
        return CanonicalJson.read(plan, JsonNode.class).at("/0/Plan/Plan Rows").asLong();
    }
}
