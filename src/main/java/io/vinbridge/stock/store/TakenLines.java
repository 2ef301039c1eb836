package io.vinbridge.stock.store;

import io.vinbridge.stock.store.StagedLine.Outcome;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last line about each vehicle of a dealer, by which the next file's is told to say nothing new. */
@Component
public class TakenLines {

    private static final byte[] NOT_ALL = {};

    private static final String SAID = """
            INSERT INTO stock_lines (dealer, vin, hash, since, taken_at)
            SELECT :dealer, vin, hash, coalesce(since::timestamptz, now()), now()
            FROM unnest(:vins::text[], :hashes::bytea[], :since::text[]) AS said (vin, hash, since)
            ON CONFLICT (dealer, vin) DO UPDATE SET hash = excluded.hash, taken_at = now(), missing = 0, gone = false,
                since = excluded.since
            """;

    /** One that came by events alone has no line of a file. */
    private static final String MISSED = """
            INSERT INTO stock_lines (dealer, vin, hash, since, taken_at, missing, gone)
            SELECT :dealer, vin, '', coalesce((SELECT since FROM offers o WHERE o.vin = missed.vin AND o.dealer = :dealer), now()),
                now(), 1, gone
            FROM unnest(:vins::text[], :gone::boolean[]) AS missed (vin, gone)
            ON CONFLICT (dealer, vin) DO UPDATE SET taken_at = now(), gone = excluded.gone,
                missing = CASE WHEN stock_lines.gone THEN 1 ELSE stock_lines.missing + 1 END
            """;

    private final JdbcClient jdbc;

    TakenLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes lines, in the transaction that takes them.
     *
     * @param outdone the vehicles of those of them of which not all counts, because newer words were there: the next
     *     file that says the same may have the newest, and is heard
     */
    public void note(StockFile file, List<StagedLine> lines, Set<String> outdone) {
        List<StagedLine> said =
                lines.stream().filter(line -> line.hash() != null).toList();
        List<StagedLine> missed =
                lines.stream().filter(line -> line.hash() == null).toList();
        if (!said.isEmpty()) {
            jdbc.sql(SAID)
                    .param("dealer", file.dealer())
                    .param("vins", vins(said))
                    .param(
                            "hashes",
                            said.stream()
                                    .map(line -> outdone.contains(line.vin()) ? NOT_ALL : line.hash())
                                    .toArray(byte[][]::new))
                    .param(
                            "since",
                            said.stream()
                                    .map(line -> line.since() == null
                                            ? null
                                            : line.since().toString())
                                    .toArray(String[]::new))
                    .update();
        }
        if (!missed.isEmpty()) {
            jdbc.sql(MISSED)
                    .param("dealer", file.dealer())
                    .param("vins", vins(missed))
                    .param(
                            "gone",
                            missed.stream()
                                    .map(line -> line.outcome() == Outcome.GONE)
                                    .toArray(Boolean[]::new))
                    .update();
        }
    }

    private static String[] vins(List<StagedLine> lines) {
        return lines.stream().map(StagedLine::vin).toArray(String[]::new);
    }
}
