package io.vinbridge.stock.files;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.database.PlanCacheMode;
import io.vinbridge.stock.StockSettings;
import io.vinbridge.stock.lines.StockLine;
import io.vinbridge.stock.store.StagedLine;
import io.vinbridge.stock.store.StagedLine.Outcome;
import io.vinbridge.stock.store.StagedLines;
import io.vinbridge.vehicles.OfferStatus;
import io.vinbridge.vehicles.Vin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Comparison of a file's lines with what its dealer said before (content enricher and filter): what says the same goes
 * no further.
 */
@Component
class LineComparison {

    /**
     * Who spoke of the offer since may have said something else. Each line is looked up by itself ({@code OFFSET 0}
     * keeps it so): asked for all at once, PostgreSQL walks through the whole table for every five hundred lines of a
     * file.
     */
    private static final String KNOWN = """
            SELECT l.vin, l.hash, l.since, l.gone, l.gone AND l.taken_at < now() - :within::interval AS forgotten,
                l.missing > 0 OR l.gone OR o.last_seen IS NULL OR o.last_seen > l.taken_at AS spoken
            FROM unnest(:vins::text[]) AS asked (vin)
                CROSS JOIN LATERAL (SELECT * FROM stock_lines WHERE dealer = :dealer AND vin = asked.vin OFFSET 0) l
                LEFT JOIN LATERAL (SELECT last_seen FROM offers WHERE vin = asked.vin AND dealer = :dealer OFFSET 0) o
                    ON true
            """;

    private final JdbcClient jdbc;
    private final StockClaims claims;
    private final StagedLines staged;
    private final StockSettings settings;

    LineComparison(JdbcClient jdbc, StockClaims claims, StagedLines staged, StockSettings settings) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.staged = staged;
        this.settings = settings;
    }

    private record Known(byte[] hash, Instant since, boolean gone, boolean forgotten, boolean spoken) {}

    /** Stages those that say something new, in one transaction that keeps the file in hand. */
    @Transactional
    public void compare(@Body List<StockLine> lines, @Variable("scan") StockScan scan) {
        claims.reach(scan.file(), scan.rows());
        List<StagedLine> different = new ArrayList<>();
        Map<Vin, StockLine> latest = new LinkedHashMap<>();
        Set<Vin> repeated = new HashSet<>();
        for (StockLine line : lines) {
            if (line.refused() && scan.refuse()) {
                different.add(refused(line));
            } else if (!line.refused()) {
                latest.remove(line.vin());
                latest.put(line.vin(), line);
                if (!scan.seen().add(line.vin())) {
                    repeated.add(line.vin());
                    scan.repeat();
                }
            }
        }
        Map<String, Known> known = known(scan.file().dealer(), latest.keySet());
        List<String> same = new ArrayList<>();
        latest.forEach((vin, line) -> {
            Known before = known.get(vin.value());
            if (before == null || before.spoken || !Arrays.equals(before.hash, line.hash())) {
                different.add(stagedLine(line, before, scan));
            } else if (repeated.contains(vin)) {
                same.add(vin.value());
            }
        });
        staged.withdraw(scan.file(), same);
        staged.stage(scan.file(), different);
    }

    private Map<String, Known> known(String dealer, Collection<Vin> vins) {
        Map<String, Known> known = new HashMap<>();
        PlanCacheMode.CUSTOM.set(jdbc);
        jdbc.sql(KNOWN)
                .param("dealer", dealer)
                .param("within", StockClaims.seconds(settings.returnsWithin()))
                .param("vins", vins.stream().map(Vin::value).toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString("vin"),
                            new Known(
                                    row.getBytes("hash"),
                                    InstantColumn.of(row, "since"),
                                    row.getBoolean("gone"),
                                    row.getBoolean("forgotten"),
                                    row.getBoolean("spoken")));
                });
        return known;
    }

    private static StagedLine refused(StockLine line) {
        return new StagedLine(
                line.number(), null, Outcome.REFUSED, line.refusal(), List.of(), new TreeMap<>(), false, null, null);
    }

    private static StagedLine stagedLine(StockLine line, Known before, StockScan scan) {
        StockLine.Content content = line.content().get();
        if (!content.warnings().isEmpty()) {
            scan.warn();
        }
        SortedMap<String, JsonNode> fields = content.fields();
        boolean tracked = !OfferStatus.gone(fields.get("status"));
        boolean again = before != null && !before.forgotten;
        return new StagedLine(
                line.number(),
                line.vin().value(),
                before == null || before.gone ? Outcome.NEW : Outcome.CHANGED,
                null,
                content.warnings(),
                fields,
                tracked,
                since(fields, again ? before.since : null, scan),
                line.hash());
    }

    /** As the dealer says; else as it was, for a vehicle that he had before. */
    private static Instant since(SortedMap<String, JsonNode> fields, Instant before, StockScan scan) {
        JsonNode day = fields.get("dateInStock");
        if (day == null || !day.isTextual()) {
            return before;
        }
        return LocalDate.parse(day.asText()).atStartOfDay(scan.dealer().zone()).toInstant();
    }
}
