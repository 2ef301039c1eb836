package io.vinbridge.api.operations;

import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.Usage;
import io.vinbridge.work.Usage.Day;
import io.vinbridge.work.Usage.Spending;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Answers what the calls were spent on. */
@Component
class UsageHandler {

    private static final int USUAL_LIMIT = 50;
    private static final String LIST = "usage";

    private final Usage usage;
    private final ChromeDataSettings settings;
    private final PagedReplies lists;

    UsageHandler(Usage usage, ChromeDataSettings settings, PagedReplies lists) {
        this.usage = usage;
        this.settings = settings;
        this.lists = lists;
    }

    Reply list(@Variable("parameters") Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        List<String> after = PageCursor.read(LIST, parameters.text("cursor"), 1);
        LocalDate before = after == null ? LocalDate.of(9999, 1, 1) : day(after.get(0));
        return lists.part(LIST, usage.days(before, limit + 1), limit, Day::day, this::item);
    }

    private Item item(Day day) {
        return new Item(
                day.day().toString(),
                settings.callsPerDay(),
                settings.callsKeptForPeople(),
                day.spent(),
                day.avoided(),
                day.causes());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Failure(Reason.INVALID_REQUEST, "Parameter cursor is none that this list gave");
        }
    }

    /** A day as the contract has it. */
    record Item(String day, Long budget, long keptForPeople, long spent, long avoided, List<Spending> causes) {}
}
