package io.vinbridge.api.operations;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import io.vinbridge.work.usage.UsageBreakdown.By;
import io.vinbridge.work.usage.UsageShare;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Table of the usage in CSV (RFC 4180), for spreadsheets. */
final class UsageTable {

    private UsageTable() {}

    static Reply reply(By by, List<UsageShare> shares, String currency) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(
                    by.name().toLowerCase(Locale.ROOT),
                    "calls",
                    "equal",
                    "failed",
                    "lost",
                    "vehicles",
                    "cost",
                    "currency");
            for (UsageShare share : shares) {
                csv.printRecord(
                        share.name(),
                        share.calls(),
                        share.equal(),
                        share.failed(),
                        share.lost(),
                        share.vehicles(),
                        share.cost(),
                        currency);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.of(200, "text/csv", Content.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
