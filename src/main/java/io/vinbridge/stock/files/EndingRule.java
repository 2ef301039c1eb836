package io.vinbridge.stock.files;

import io.vinbridge.stock.reading.BrokenFile;
import io.vinbridge.stock.reading.SourceTable.Ending;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rule that a file ends as the dealer's last one of its kind did, or breaks off: unless its sender says otherwise. */
@Component
class EndingRule {

    /** What the end of a file is measured by: held or refused ones, and files of the other kind, end as they like. */
    private static final String MEASURE = """
            SELECT coalesce(trailer, false) AS trailer, coalesce(line_break, false) AS line_break FROM stock_files
            WHERE dealer = :dealer AND number < :number AND state = 'taken' AND mode = :mode ORDER BY number DESC LIMIT 1
            """;

    private final JdbcClient jdbc;

    EndingRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Compares the end of a file that is read.
     *
     * @throws BrokenFile if it lacks what the last one had
     */
    void check(StockScan scan) {
        if (scan.file().newEnding()) {
            return;
        }
        Ending last = jdbc.sql(MEASURE)
                .param("dealer", scan.file().dealer())
                .param("number", scan.file().number())
                .param("mode", scan.file().whole() ? "whole" : "part")
                .query((row, number) -> new Ending(row.getBoolean("trailer"), row.getBoolean("line_break")))
                .optional()
                .orElse(scan.ending());
        if (last.trailer() && !scan.ending().trailer()) {
            throw broken("the last such file of the dealer ended with a trailer, and this one does not");
        }
        if (last.lineBreak() && !scan.ending().lineBreak()) {
            throw broken("the last line of the dealer's last such file ended, and the one of this does not");
        }
    }

    private static BrokenFile broken(String how) {
        return new BrokenFile(
                "It breaks off: " + how + "; if his files end so from now on, send it once with newEnding=true");
    }
}
