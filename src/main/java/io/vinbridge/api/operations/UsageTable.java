package io.vinbridge.api.operations;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.CsvCells;
import io.vinbridge.work.usage.UsageBreakdown.By;
import io.vinbridge.work.usage.UsageShare;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Table of the usage in CSV (RFC 4180), for spreadsheets. */
final class UsageTable {

    private UsageTable() {}

    static Reply reply(By by, List<UsageShare> shares, String currency) {
        StringBuilder text = new StringBuilder(CsvCells.line(
                by.name().toLowerCase(Locale.ROOT),
                "calls",
                "equal",
                "failed",
                "lost",
                "vehicles",
                "cost",
                "currency"));
        for (UsageShare share : shares) {
            text.append(CsvCells.line(
                    share.name(),
                    share.calls(),
                    share.equal(),
                    share.failed(),
                    share.lost(),
                    share.vehicles(),
                    share.cost(),
                    currency));
        }
        return Reply.of(200, "text/csv", Content.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
