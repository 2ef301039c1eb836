package io.vinbridge.api.comparisons;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.CsvCells;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.comparison.ComparisonSentence;
import io.vinbridge.vehicles.comparison.Comparisons;
import io.vinbridge.vehicles.comparison.Comparisons.Difference;
import io.vinbridge.vehicles.comparison.Comparisons.Summary;
import io.vinbridge.vehicles.comparison.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Answers what was compared, and what differs. */
@Component
class ComparisonHandler {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST_ROWS = 100_000;
    private static final String LIST = "comparison-differences";

    private final Comparisons comparisons;
    private final Set<String> counted;
    private final PagedReplies lists;

    ComparisonHandler(Comparisons comparisons, ChromeDataSettings settings, PagedReplies lists) {
        this.comparisons = comparisons;
        this.counted = Set.copyOf(settings.compare().fields());
        this.lists = lists;
    }

    Reply summary(@Variable("parameters") Parameters parameters) {
        String by = parameters.text("by") == null ? "field" : parameters.text("by");
        String make = parameters.text("make");
        int given = parameters.integer("year", 0);
        Integer year = given == 0 ? null : given;
        List<Summary> summaries = comparisons.summary(by, make, year);
        List<Summary> fields = by.equals("field") ? summaries : comparisons.summary("field", make, year);
        long patterns = comparisons.patterns(make, year);
        boolean ofFields = by.equals("field");
        return lists.reply(
                summaries.stream()
                        .map(one -> Item.of(one, !ofFields || counted.isEmpty() || counted.contains(one.name())))
                        .toList(),
                null,
                Map.of("patterns", patterns, "verdict", ComparisonSentence.of(fields, counted, patterns)));
    }

    Reply differences(@Variable("parameters") Parameters parameters) {
        String field = parameters.text("field");
        String verdict = parameters.text("verdict");
        if ("csv".equals(parameters.text("format"))) {
            return csv(comparisons.differences(field, verdict, 0, MOST_ROWS));
        }
        int limit = parameters.integer("limit", USUAL_LIMIT);
        List<String> after = PageCursor.read(LIST, parameters.text("cursor"), 1);
        List<Difference> found =
                comparisons.differences(field, verdict, after == null ? 0 : number(after.get(0)), limit + 1);
        return lists.part(LIST, found, limit, Difference::id, Row::of);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Failure(Reason.INVALID_REQUEST, "Parameter cursor is none that this list gave");
        }
    }

    private static Reply csv(List<Difference> differences) {
        StringBuilder csv =
                new StringBuilder(CsvCells.line("at", "vin", "pattern", "field", "item", "verdict", "ads", "cvd"));
        for (Difference one : differences) {
            csv.append(CsvCells.line(
                    one.at(), one.vin(), one.pattern(), one.field(), one.item(), one.verdict(), one.ads(), one.cvd()));
        }
        return Reply.of(200, "text/csv;charset=utf-8", Content.of(csv.toString().getBytes(StandardCharsets.UTF_8)))
                .with("Content-Disposition", "attachment; filename=\"differences.csv\"");
    }

    /** A summary as the contract has it. */
    record Item(
            String name,
            long compared,
            long same,
            long equal,
            long close,
            long sameSet,
            long onlyAds,
            long onlyCvd,
            long different,
            long patternsDifferent,
            boolean counts) {

        static Item of(Summary one, boolean counts) {
            return new Item(
                    one.name(),
                    one.all(),
                    one.same(),
                    one.items(Verdict.EQUAL),
                    one.items(Verdict.CLOSE),
                    one.items(Verdict.SAME_SET),
                    one.items(Verdict.ONLY_ADS),
                    one.items(Verdict.ONLY_CVD),
                    one.items(Verdict.DIFFERENT),
                    one.patterns().getOrDefault(Verdict.DIFFERENT, 0L),
                    counts);
        }
    }

    /** A difference as the contract has it. */
    record Row(
            String at, String vin, String pattern, String field, String item, String verdict, String ads, String cvd) {

        static Row of(Difference one) {
            return new Row(
                    one.at(), one.vin(), one.pattern(), one.field(), one.item(), one.verdict(), one.ads(), one.cvd());
        }
    }
}
