package io.vinbridge.api.operations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.usage.PriceSettings;
import io.vinbridge.work.usage.Usage;
import io.vinbridge.work.usage.Usage.Day;
import io.vinbridge.work.usage.Usage.Spending;
import io.vinbridge.work.usage.UsageBreakdown;
import io.vinbridge.work.usage.UsageBreakdown.By;
import io.vinbridge.work.usage.UsageForecast;
import io.vinbridge.work.usage.UsageForecast.Expected;
import io.vinbridge.work.usage.UsageForecast.Outlook;
import io.vinbridge.work.usage.UsageShare;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Answers of what the calls were spent on, and what they cost. */
@Component
class UsageHandler {

    private static final int USUAL_LIMIT = 50;
    private static final String LIST = "usage";
    private static final String CALLS = "calls";
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final Usage usage;
    private final UsageBreakdown breakdown;
    private final UsageForecast forecast;
    private final ChromeDataSettings settings;
    private final PriceSettings prices;
    private final PagedReplies lists;

    UsageHandler(
            Usage usage,
            UsageBreakdown breakdown,
            UsageForecast forecast,
            ChromeDataSettings settings,
            PriceSettings prices,
            PagedReplies lists) {
        this.usage = usage;
        this.breakdown = breakdown;
        this.forecast = forecast;
        this.settings = settings;
        this.prices = prices;
        this.lists = lists;
    }

    Reply list(@Variable("parameters") Parameters parameters) {
        boolean csv = "csv".equals(parameters.text("format"));
        if (csv || parameters.text("by") != null) {
            By by = By.valueOf(
                    Objects.requireNonNullElse(parameters.text("by"), "day").toUpperCase(Locale.ROOT));
            List<UsageShare> shares =
                    breakdown.shares(by, from(parameters), to(parameters), parameters.integer("limit", USUAL_LIMIT));
            return csv ? UsageTable.reply(by, shares, prices.currency()) : lists.reply(shares, null, currency());
        }
        return days(parameters);
    }

    /** The ledger, line by line. */
    Reply calls(@Variable("parameters") Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        List<String> after = PageCursor.read(CALLS, parameters.text("cursor"), 1);
        long before = after == null ? Long.MAX_VALUE : Long.parseLong(after.get(0));
        return lists.part(
                CALLS,
                breakdown.calls(from(parameters), to(parameters), before, limit + 1),
                limit,
                UsageBreakdown.Entry::id,
                entry -> entry);
    }

    /** What this day and month are going to cost. */
    Reply forecast() {
        Outlook outlook = forecast.outlook();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        UsageShare lately = breakdown.shares(By.MONTH, today.minusMonths(1), today, 2).stream()
                .filter(month -> month.cost() != null && month.calls() > 0)
                .findFirst()
                .orElse(null);
        BigDecimal each = lately == null
                ? prices.ads()
                : lately.cost().divide(BigDecimal.valueOf(lately.calls()), MathContext.DECIMAL64);
        return lists.reply(
                List.of(
                        new Forecast("day", outlook.day(), outlook.day().cost(each)),
                        new Forecast("month", outlook.month(), outlook.month().cost(each))),
                null,
                Map.of("currency", prices.currency(), "days", outlook.days(), "queued", outlook.queued()));
    }

    private Reply days(Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        List<String> after = PageCursor.read(LIST, parameters.text("cursor"), 1);
        LocalDate before =
                after == null ? to(parameters).plusDays(1) : day(after.get(0), "cursor is none that this list gave");
        List<Day> days = usage.days(from(parameters), before, limit + 1);
        Map<String, BigDecimal> costs = new HashMap<>();
        if (!days.isEmpty()) {
            breakdown
                    .shares(By.DAY, days.get(days.size() - 1).day(), days.get(0).day(), days.size())
                    .forEach(share -> costs.put(share.name(), share.cost()));
        }
        return lists.part(
                LIST,
                days,
                limit,
                Day::day,
                day -> item(day, costs.get(day.day().toString())));
    }

    private Item item(Day day, BigDecimal cost) {
        return new Item(
                day.day().toString(),
                settings.callsPerDay(),
                settings.callsKeptForPeople(),
                day.spent(),
                day.avoided(),
                cost,
                prices.currency(),
                day.causes());
    }

    private Map<String, String> currency() {
        return Map.of("currency", prices.currency());
    }

    private static LocalDate from(Parameters parameters) {
        String from = parameters.text("from");
        return from == null ? FIRST : day(from, "from is no day such as 2026-11-30");
    }

    private static LocalDate to(Parameters parameters) {
        String to = parameters.text("to");
        return to == null ? LAST : day(to, "to is no day such as 2026-11-30");
    }

    private static LocalDate day(String text, String otherwise) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Failure(Reason.INVALID_REQUEST, "Parameter " + otherwise);
        }
    }

    /** A day as the contract has it. */
    record Item(
            String day,
            Long budget,
            long keptForPeople,
            long spent,
            long avoided,
            BigDecimal cost,
            String currency,
            List<Spending> causes) {}

    /** A forecast as the contract has it. */
    record Forecast(String until, @JsonUnwrapped Expected calls, BigDecimal cost) {}
}
