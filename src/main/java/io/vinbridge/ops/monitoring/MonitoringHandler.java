package io.vinbridge.ops.monitoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.ops.monitoring.SampleHistory.Rate;
import io.vinbridge.ops.monitoring.SampleHistory.Seen;
import io.vinbridge.ops.nodes.NodeRegistry;
import io.vinbridge.ops.nodes.NodeRegistry.Difference;
import io.vinbridge.settings.SettingNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Answers what goes through the service and what went, and which nodes are there. */
@Component
class MonitoringHandler {

    private final SampleHistory history;
    private final GaugeSampler sampling;
    private final NodeRegistry nodes;
    private final PagedReplies lists;

    MonitoringHandler(SampleHistory history, GaugeSampler sampling, NodeRegistry nodes, PagedReplies lists) {
        this.history = history;
        this.sampling = sampling;
        this.nodes = nodes;
        this.lists = lists;
    }

    Reply flows() {
        Seen seen = history.read(Period.DAY);
        return lists.reply(Flow.ALL.stream().map(flow -> item(flow, seen)).toList(), null);
    }

    Reply trends(@Variable("parameters") Parameters parameters) {
        Seen seen = history.read(Period.of(parameters.text("period")));
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

    Reply nodes() {
        Map<String, List<String>> differences = nodes.differences().stream()
                .collect(groupingBy(Difference::node, mapping(one -> SettingNames.variable(one.setting()), toList())));
        return lists.reply(
                nodes.members().stream()
                        .map(one -> new There(
                                one.node(),
                                one.version(),
                                one.startedAt().toInstant(),
                                one.seenAt().toInstant(),
                                differences.getOrDefault(one.node(), List.of())))
                        .toList(),
                null);
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

    /** A node that is there, with the settings in which it is not as this one. */
    record There(String node, String version, Instant startedAt, Instant seenAt, List<String> differences) {}

    /** A line of a plot. */
    record Line(String name, String unit, Double[] points) {}
}
