package io.vinbridge.stock.files;

import io.vinbridge.stock.StockSettings;
import io.vinbridge.stock.lines.StockColumns;
import io.vinbridge.stock.store.StagedLine;
import io.vinbridge.stock.store.StagedLine.Outcome;
import io.vinbridge.stock.store.StagedLines;
import io.vinbridge.stock.store.StockCounts;
import io.vinbridge.stock.store.StockFile;
import io.vinbridge.stock.store.StockFileState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Guard of a dealer's stock: judges a file that is read. One that lacks what the last one of its kind had at its end is
 * refused; a whole one that is older than the last one, or takes too much away, waits for a person.
 */
@Component
class StockGuard {

    private static final int AT_ONCE = 1_000;

    private static final String MISSING = """
            SELECT o.vin, CASE WHEN l.gone THEN 0 ELSE coalesce(l.missing, 0) END AS missing
            FROM offers o LEFT JOIN stock_lines l ON l.dealer = o.dealer AND l.vin = o.vin
            WHERE o.dealer = ? AND o.tracked
            """;

    /** The last file that counted, by its number. */
    private static final String LAST = """
            SELECT mode, encode(sha256, 'hex') AS sha256 FROM stock_files
            WHERE dealer = :dealer AND number < :number AND state IN ('taken', 'held') ORDER BY number DESC LIMIT 1
            """;

    /** By its time, or because another whole one was taken after the same bytes. */
    private static final String OLDER = """
            SELECT EXISTS (SELECT FROM stock_files f WHERE dealer = :dealer AND number < :number AND state = 'taken'
                AND (said_at > :saidAt::timestamptz OR NOT :again AND mode = 'whole' AND encode(sha256, 'hex') = :sha256
                    AND EXISTS (SELECT FROM stock_files later WHERE later.dealer = f.dealer AND later.number > f.number
                        AND later.number < :number AND later.state = 'taken' AND later.mode = 'whole'
                        AND later.sha256 <> f.sha256)))
            """;

    /** Whether somebody else has spoken of the dealer's vehicles since his last file, and before this one speaks. */
    private static final String SPOKEN = """
            SELECT EXISTS (SELECT FROM offers o LEFT JOIN stock_lines l ON l.dealer = o.dealer AND l.vin = o.vin
                WHERE o.dealer = :dealer AND o.last_seen < :saidAt::timestamptz
                    AND CASE WHEN l.vin IS NULL THEN o.tracked ELSE o.last_seen > l.taken_at END)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final EndingRule ending;
    private final StockClaims claims;
    private final StagedLines staged;
    private final StockColumns columns;
    private final StockSettings settings;

    StockGuard(
            JdbcClient jdbc,
            DataSource source,
            EndingRule ending,
            StockClaims claims,
            StagedLines staged,
            StockColumns columns,
            StockSettings settings) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(source);
        this.streaming.setFetchSize(AT_ONCE);
        this.ending = ending;
        this.claims = claims;
        this.staged = staged;
        this.columns = columns;
        this.settings = settings;
    }

    private record Last(boolean whole, String sha256) {}

    /** True if it is the same file as the one before, and need not be read: then nothing happens, and that is noted. */
    @Transactional
    public boolean knows(@Variable("file") StockFile file) {
        boolean same = !file.again()
                && last(file)
                        .filter(last -> last.whole == file.whole() && last.sha256.equals(file.sha256()))
                        .isPresent()
                && !spoken(file);
        if (same) {
            claims.settle(
                    file,
                    StockFileState.SAME,
                    "same",
                    "It is the same file as the one before; where its columns or the profile changed since, send it with again=true");
        }
        return same;
    }

    /** Judges a file of which all lines are staged. */
    @Transactional
    public void judge(@Variable("scan") StockScan scan) {
        StockFile file = scan.file();
        if (!scan.over()) {
            throw new IllegalStateException("the end of the file was not seen");
        }
        claims.hold(file);
        ending.check(scan);
        long[] missed = file.whole() ? missing(scan) : new long[] {0, 0, 0};
        Map<String, Long> outcomes = outcomes(file);
        StockCounts counts = scan.counts(
                outcomes.getOrDefault("new", 0L),
                outcomes.getOrDefault("changed", 0L),
                missed[0],
                missed[1],
                missed[2]);
        claims.note(file, counts, scan.columns(columns), scan.ending());
        if (!file.whole()) {
            claims.settle(file, StockFileState.TAKING, null, null);
        } else if (older(file)) {
            claims.settle(
                    file, StockFileState.HELD, "older", "It is older than the last file that was taken of the dealer");
        } else if (counts.gone() > settings.mostGone() * counts.before()) {
            claims.settle(
                    file,
                    StockFileState.HELD,
                    "share",
                    "It takes away %d of %d vehicles, and may take away %d (VINBRIDGE_STOCK_MOSTGONE)"
                            .formatted(counts.gone(), counts.before(), (long) (settings.mostGone() * counts.before())));
        } else {
            claims.settle(file, StockFileState.TAKING, null, null);
        }
    }

    /** Stages the vehicles that are missing: how many are gone, how many are not yet, and how many there were. */
    private long[] missing(StockScan scan) {
        long[] counted = new long[3];
        List<StagedLine> part = new ArrayList<>(AT_ONCE);
        streaming.query(
                MISSING,
                row -> {
                    counted[2]++;
                    if (!scan.seen().contains(row.getString("vin"))) {
                        boolean gone = row.getInt("missing") + 1 >= settings.missingAfter();
                        counted[gone ? 0 : 1]++;
                        part.add(missing(row.getString("vin"), gone, counted[0] + counted[1]));
                        if (part.size() == AT_ONCE) {
                            staged.stage(scan.file(), part);
                            part.clear();
                        }
                    }
                },
                scan.file().dealer());
        staged.stage(scan.file(), part);
        return counted;
    }

    private static StagedLine missing(String vin, boolean gone, long number) {
        return new StagedLine(
                -number,
                vin,
                gone ? Outcome.GONE : Outcome.MISSING,
                null,
                List.of(),
                new TreeMap<>(),
                !gone,
                null,
                null);
    }

    private Map<String, Long> outcomes(StockFile file) {
        Map<String, Long> outcomes = new HashMap<>();
        jdbc.sql("SELECT outcome, count(*) AS rows FROM stock_rows WHERE file = :file GROUP BY outcome")
                .param("file", file.number())
                .query(row -> {
                    outcomes.put(row.getString("outcome"), row.getLong("rows"));
                });
        return outcomes;
    }

    private Optional<Last> last(StockFile file) {
        return jdbc.sql(LAST)
                .param("dealer", file.dealer())
                .param("number", file.number())
                .query((row, number) -> new Last(row.getString("mode").equals("whole"), row.getString("sha256")))
                .optional();
    }

    private boolean spoken(StockFile file) {
        return jdbc.sql(SPOKEN)
                .param("dealer", file.dealer())
                .param("saidAt", file.saidAt().toString())
                .query(Boolean.class)
                .single();
    }

    private boolean older(StockFile file) {
        return jdbc.sql(OLDER)
                .param("dealer", file.dealer())
                .param("number", file.number())
                .param("saidAt", file.saidAt().toString())
                .param("sha256", file.sha256())
                .param("again", file.again())
                .query(Boolean.class)
                .single();
    }
}
