package io.vinbridge.ops.monitoring;

import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PagedReplies;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.stereotype.Component;

/**
 * Answers how this node is, for those who see the API's port only. Of what a part says about itself, no more is told
 * than what it names.
 */
@Component
class HealthHandler {

    private static final List<String> WORST_FIRST = List.of("DOWN", "OUT_OF_SERVICE", "DEGRADED", "UNKNOWN", "UP");

    private final HealthEndpoint health;
    private final PagedReplies lists;

    HealthHandler(HealthEndpoint health, PagedReplies lists) {
        this.health = health;
        this.lists = lists;
    }

    Reply list() {
        HealthComponent whole = health.health();
        Map<String, HealthComponent> parts =
                whole instanceof CompositeHealth composite ? composite.getComponents() : Map.of();
        List<Part> items = parts.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        part -> WORST_FIRST.indexOf(part.getValue().getStatus().getCode())))
                .map(part -> part(part.getKey(), part.getValue()))
                .toList();
        return lists.reply(items, null, Map.of("status", whole.getStatus().getCode()));
    }

    private static Part part(String name, HealthComponent component) {
        Map<String, Object> details = component instanceof Health health ? health.getDetails() : Map.of();
        return new Part(
                name,
                component.getStatus().getCode(),
                text(details.get("state")),
                text(details.get("what")),
                text(details.get("todo")),
                text(details.get("runbook")),
                details.get(DegradedHealth.ALSO) instanceof List<?> others
                        ? others.stream().map(one -> trouble((Map<?, ?>) one)).toList()
                        : List.of());
    }

    private static Trouble trouble(Map<?, ?> details) {
        return new Trouble(
                text(details.get("state")),
                text(details.get("what")),
                text(details.get("todo")),
                text(details.get("runbook")));
    }

    private static String text(Object detail) {
        if (detail instanceof Map<?, ?> many) {
            return many.entrySet().stream()
                    .map(one -> one.getKey() + ": " + one.getValue())
                    .collect(Collectors.joining("\n"));
        }
        return detail == null ? null : detail.toString();
    }

    /** A part as the contract has it. */
    record Part(
            String name, String status, String state, String what, String todo, String runbook, List<Trouble> also) {}

    /** Further state of a part, beside its worst. */
    record Trouble(String state, String what, String todo, String runbook) {}
}
