package io.vinbridge.ops.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** Health of what is amiss while the service works on: somebody should look, and nothing is to be restarted. */
public final class DegradedHealth {

    static final Status STATUS = new Status("DEGRADED");

    static final String ALSO = "also";
    private static final String RUNBOOKS = "docs/runbooks.md#";

    private DegradedHealth() {}

    /**
     * Names what is amiss.
     *
     * @param state its name, by which it has a runbook
     * @param what what is seen of it
     * @param todo what to do about it, in a sentence
     */
    public static Health because(String state, Object what, String todo) {
        return named(STATUS, state, what, todo);
    }

    /** The same of what keeps a node from being ready. */
    public static Health down(String state, Object what, String todo) {
        return named(Status.DOWN, state, what, todo);
    }

    /** The same where it is the node itself that cannot do its work. */
    public static Health outOfService(String state, Object what, String todo) {
        return named(Status.OUT_OF_SERVICE, state, what, todo);
    }

    /**
     * Health of what may be amiss in several ways at once: the first is the state, the others are shown beside it.
     *
     * @param troubles the worst first; up where there is none
     */
    public static Health of(List<Health> troubles) {
        if (troubles.isEmpty()) {
            return Health.up().build();
        }
        Health first = troubles.get(0);
        if (troubles.size() == 1) {
            return first;
        }
        return Health.status(first.getStatus())
                .withDetails(first.getDetails())
                .withDetail(
                        ALSO, troubles.stream().skip(1).map(Health::getDetails).toList())
                .build();
    }

    /** The names of what is amiss; none where nothing is. */
    static List<String> states(Health health) {
        Stream<?> others = health.getDetails().get(ALSO) instanceof List<?> list ? list.stream() : Stream.empty();
        return Stream.concat(Stream.of(health.getDetails()), others)
                .map(details -> ((Map<?, ?>) details).get("state"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    private static Health named(Status status, String state, Object what, String todo) {
        return Health.status(status)
                .withDetail("state", state)
                .withDetail("what", what)
                .withDetail("todo", todo)
                .withDetail("runbook", RUNBOOKS + state)
                .build();
    }
}
