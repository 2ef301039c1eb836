package io.vinbridge.ops.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the gauges over what is stored, by a clock and never because somebody scrapes. While the database does not
 * answer they keep the values they had, and {@code vinbridge.sample.age.seconds} says how old those are.
 */
@Component
public class GaugeSampler {

    private final JdbcClient jdbc;
    private final Map<StoreGauge, MultiGauge> gauges = new HashMap<>();
    private final Map<String, List<Value>> values = new ConcurrentHashMap<>();
    private volatile long sampledAt = System.nanoTime();

    GaugeSampler(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        for (StoreGauge gauge : StoreGauges.ALL) {
            gauges.put(
                    gauge,
                    MultiGauge.builder(gauge.name())
                            .description(gauge.description())
                            .register(meters));
        }
        Gauge.builder("vinbridge.sample.age.seconds", this, GaugeSampler::age)
                .description("Time since the gauges over stored data were read")
                .register(meters);
    }

    private record Value(Tags tags, double number) {}

    /** Reads all of them. */
    void read() {
        gauges.forEach((gauge, rows) -> {
            List<Value> read = jdbc.sql(gauge.sql()).query(GaugeSampler::value).list();
            values.put(gauge.name(), read);
            rows.register(
                    read.stream()
                            .map(value -> MultiGauge.Row.of(value.tags(), value.number()))
                            .toList(),
                    true);
        });
        sampledAt = System.nanoTime();
    }

    /** The largest value of a gauge as last read, 0 where it was not read yet. */
    public double last(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .mapToDouble(Value::number)
                .max()
                .orElse(0);
    }

    /** The sum of a gauge's values as last read. */
    double sum(String name) {
        return sum(name, value -> true);
    }

    /** The sum of those of them that have a tag. */
    public double sum(String name, String tag, String word) {
        Tag wanted = Tag.of(tag, word);
        return sum(name, value -> value.tags().stream().anyMatch(wanted::equals));
    }

    private double sum(String name, Predicate<Value> wanted) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(wanted)
                .mapToDouble(Value::number)
                .sum();
    }

    private double age() {
        return (System.nanoTime() - sampledAt) / 1e9;
    }

    private static Value value(ResultSet row, int number) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<Tag> tags = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (!columns.getColumnLabel(i).equals("value")) {
                tags.add(Tag.of(columns.getColumnLabel(i), row.getString(i)));
            }
        }
        return new Value(Tags.of(tags), row.getDouble("value"));
    }
}
