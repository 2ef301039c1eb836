package io.vinbridge.ops.monitoring;

import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.ops.monitoring.SampleHistory.Rate;
import io.vinbridge.ops.monitoring.SampleHistory.Seen;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Answers what goes through the service, and what went in the last day. */
@Component
class MonitoringHandler {

    private final SampleHistory lastDay;
    private final GaugeSampler sampling;
    private final PagedReplies lists;

    MonitoringHandler(SampleHistory lastDay, GaugeSampler sampling, PagedReplies lists) {
        this.lastDay = lastDay;
        this.sampling = sampling;
        this.lists = lists;
    }

    Reply flows() {
        Seen seen = lastDay.read();
        return lists.reply(Flow.ALL.stream().map(flow -> item(flow, seen)).toList(), null);
    }

    Reply trends() {
        Seen seen = lastDay.read();
        List<Line> lines = Series.ALL.stream()
                .map(series -> new Line(
                        series.name(),
                        series.kind() == Series.Kind.LEVEL ? "level" : "per-minute",
                        seen.lines().get(series.name())))
                .toList();
        return lists.reply(
                lines,
                null,
                Map.of("from", seen.from(), "stepSeconds", seen.apart().toSeconds()));
    }

    private Item item(Flow flow, Seen seen) {
        Rate done = seen.rate(flow.name());
        Rate failed = seen.rate(flow.name() + ".failed");
        return new Item(
                flow.name(),
                flow.description(),
                rounded(done.perMinute()),
                rounded(failed.perMinute()),
                Math.round(done.day()),
                Math.round(failed.day()),
                now(flow.waiting()),
                now(flow.oldest()));
    }

    private Long now(ToDoubleFunction<GaugeSampler> number) {
        return number == null ? null : Math.round(number.applyAsDouble(sampling));
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }

    /** A flow as the contract has it. */
    record Item(
            String name,
            String description,
            double perMinute,
            double failedPerMinute,
            long lastDay,
            long failedLastDay,
            Long waiting,
            Long oldestSeconds) {}

    /** A line of a plot. */
    record Line(String name, String unit, Double[] points) {}
}
