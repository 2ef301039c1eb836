package io.vinbridge.stock.files;

import io.vinbridge.stock.StockSettings;
import io.vinbridge.stock.reading.SourceTable.Ending;
import io.vinbridge.stock.store.StockCounts;
import io.vinbridge.stock.store.StockFile;
import io.vinbridge.stock.store.StockFile.Column;
import io.vinbridge.stock.store.StockFileState;
import io.vinbridge.stock.store.StockFiles;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.work.LeaseLost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims of stock files: which file is in whose hands. Of one dealer one file is worked on at a time, in the order they
 * came; one whose node has ended is claimed anew, and who had it before is refused.
 */
@Component
class StockClaims {

    private static final int ENOUGH = 5;

    private static final String CLAIM = """
            UPDATE stock_files SET token = token + 1, lease_until = now() + :lease::interval, begun = begun + 1
            WHERE number = (SELECT f.number FROM stock_files f
                WHERE f.state IN ('received', 'taking') AND (f.lease_until IS NULL OR f.lease_until < now())
                    AND NOT EXISTS (SELECT FROM stock_files b WHERE b.dealer = f.dealer AND b.number < f.number
                        AND b.state IN ('received', 'taking'))
                ORDER BY f.number LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING begun,
            """ + StockFiles.COLUMNS;

    private static final String HOLD = """
            UPDATE stock_files SET lease_until = now() + :lease::interval
            WHERE number = :number AND token = :token AND state IN ('received', 'taking')
            """;

    /** Only where a node ends at the same place again and again is that the file's fault. */
    private static final String REACH = """
            UPDATE stock_files SET lease_until = now() + :lease::interval, reached = greatest(reached, :rows),
                begun = CASE WHEN :rows > reached THEN 0 ELSE begun END
            WHERE number = :number AND token = :token AND state = 'received'
            """;

    private static final String HAND_BACK = """
            UPDATE stock_files SET lease_until = NULL, begun = greatest(begun - 1, 0)
            WHERE number = :number AND token = :token AND state IN ('received', 'taking')
            """;

    private static final String SETTLE = """
            UPDATE stock_files SET state = :state, reason = :reason, detail = :detail, lease_until = NULL, begun = 0,
                finished_at = CASE WHEN :over THEN now() END
            WHERE number = :number
            """;

    private static final String SUPERSEDE = """
            UPDATE stock_files SET state = 'superseded', finished_at = now()
            WHERE dealer = :dealer AND number < :number AND state = 'held'
            """;

    private final JdbcClient jdbc;
    private final StockParts parts;
    private final StockSettings settings;

    StockClaims(JdbcClient jdbc, StockParts parts, StockSettings settings) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.settings = settings;
    }

    /**
     * The next file to work on; null where there is none. One over which nodes have ended again and again without
     * getting further is refused.
     */
    @Transactional
    StockFile next() {
        Optional<Claimed> next = jdbc.sql(CLAIM)
                .param("lease", seconds(settings.lease()))
                .query((row, number) -> new Claimed(StockFiles.file(row, number), row.getInt("begun")))
                .optional();
        if (next.isPresent() && next.get().begun > ENOUGH) {
            settle(
                    next.get().file,
                    StockFileState.REFUSED,
                    "unreadable",
                    "Working on it has ended " + ENOUGH + " times at the same place");
            return null;
        }
        return next.map(Claimed::file).orElse(null);
    }

    private record Claimed(StockFile file, int begun) {}

    /**
     * Keeps a file in hand, in the caller's transaction or by itself.
     *
     * @throws LeaseLost if it is in other hands by now
     */
    void hold(StockFile file) {
        int held = jdbc.sql(HOLD)
                .param("number", file.number())
                .param("token", file.token())
                .param("lease", seconds(settings.lease()))
                .update();
        if (held == 0) {
            throw new LeaseLost("stock file " + file.id());
        }
    }

    /**
     * Keeps a file in hand of which that many lines are read, in the caller's transaction.
     *
     * @throws LeaseLost if it is in other hands by now
     */
    void reach(StockFile file, long rows) {
        int held = jdbc.sql(REACH)
                .param("number", file.number())
                .param("token", file.token())
                .param("rows", rows)
                .param("lease", seconds(settings.lease()))
                .update();
        if (held == 0) {
            throw new LeaseLost("stock file " + file.id());
        }
    }

    /** Gives a file back, because this node stops: another one begins with it at once. */
    void handBack(StockFile file) {
        jdbc.sql(HAND_BACK)
                .param("number", file.number())
                .param("token", file.token())
                .update();
    }

    /** Notes what became of it; its bytes are needed no more once it is read. */
    @Transactional
    public void settle(StockFile file, StockFileState state, String reason, String detail) {
        hold(file);
        boolean over = state != StockFileState.HELD && state != StockFileState.TAKING;
        jdbc.sql(SETTLE)
                .param("number", file.number())
                .param("state", state.word())
                .param("reason", reason)
                .param("detail", detail)
                .param("over", over)
                .update();
        parts.forget(file.number());
        if (state == StockFileState.TAKEN) {
            jdbc.sql(SUPERSEDE)
                    .param("dealer", file.dealer())
                    .param("number", file.number())
                    .update();
        }
    }

    /** Notes what was found in it. */
    void note(StockFile file, StockCounts counts, List<Column> columns, Ending ending) {
        jdbc.sql("""
                        UPDATE stock_files SET counts = :counts::jsonb, columns = :columns::jsonb, trailer = :trailer,
                            line_break = :lineBreak WHERE number = :number
                        """)
                .param("number", file.number())
                .param("counts", CanonicalJson.text(counts))
                .param("columns", CanonicalJson.text(columns))
                .param("trailer", ending.trailer())
                .param("lineBreak", ending.lineBreak())
                .update();
    }

    static String seconds(Duration duration) {
        return duration.toMillis() + " milliseconds";
    }
}
