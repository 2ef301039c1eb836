package io.vinbridge.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Scope;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Rules of the contract for an operation's parameters. A parameter that the contract does not name is refused, and the
 * refusal names it.
 */
final class ParameterRules {

    private static final int SHOWN = 50;

    private final Map<String, ParameterRule> rules = new LinkedHashMap<>();

    /** Those whose parameters need a scope of their own. */
    private final List<ParameterRule> scoped;

    /** @param parameters of the contract, resolved */
    ParameterRules(List<JsonNode> parameters) {
        parameters.stream()
                .filter(parameter -> !parameter.path("in").asText().equals("header"))
                .map(ParameterRule::of)
                .forEach(rule -> rules.put(rule.name(), rule));
        this.scoped =
                rules.values().stream().filter(rule -> rule.scope() != null).toList();
    }

    /** Checks the parameters of path and query, and joins them. */
    Parameters check(Map<String, String> inPath, Map<String, List<String>> query) {
        for (String name : query.keySet()) {
            if (!rules.containsKey(name) || rules.get(name).inPath()) {
                throw new Failure(Reason.INVALID_REQUEST, "There is no parameter " + shown(name) + " here; " + known());
            }
        }
        Map<String, List<String>> values = new HashMap<>(query);
        inPath.forEach((name, value) -> values.put(name, List.of(value)));
        rules.values().forEach(rule -> rule.check(values.getOrDefault(rule.name(), List.of())));
        return new Parameters(values);
    }

    /** The scope that the parameters need, where it is more than what the operation needs. */
    Scope scope(Scope operation, Parameters parameters) {
        return scoped.stream()
                .filter(rule -> rule.asksFor(parameters.values().getOrDefault(rule.name(), List.of())))
                .map(ParameterRule::scope)
                .reduce(operation, (a, b) -> a.covers(b) ? a : b);
    }

    private String known() {
        TreeSet<String> names = new TreeSet<>();
        rules.values().stream().filter(rule -> !rule.inPath()).forEach(rule -> names.add(rule.name()));
        return names.isEmpty() ? "there are none" : "there are " + String.join(", ", names);
    }

    private static String shown(String name) {
        return name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
    }
}
