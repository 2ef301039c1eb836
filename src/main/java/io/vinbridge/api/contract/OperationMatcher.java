package io.vinbridge.api.contract;

import io.vinbridge.api.http.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the operation of a request. Camel's own search goes through all operations of the contract, splitting the path
 * anew for each; here a path is split once and compared with those of its length only.
 */
final class OperationMatcher {

    private final Map<Integer, List<Template>> byLength = new HashMap<>();

    OperationMatcher(Contract contract) {
        contract.operations().stream()
                .filter(operation -> !operation.streamed())
                .map(Template::of)
                .forEach(template -> byLength.computeIfAbsent(template.segments().length, first -> new ArrayList<>())
                        .add(template));
        // What is written out goes before what is any text.
        byLength.values().forEach(templates -> templates.sort((a, b) -> Integer.compare(a.variables(), b.variables())));
    }

    /** The names of all operations. */
    List<String> names() {
        return byLength.values().stream()
                .flatMap(List::stream)
                .map(Template::name)
                .toList();
    }

    /** The operation, with what the path says; null where there is none. */
    Match find(String method, String path) {
        String[] segments = segments(path);
        for (Template template : byLength.getOrDefault(segments.length, List.of())) {
            if (template.method().equals(method) && template.fits(segments)) {
                return new Match(
                        template.name(),
                        template.scope(),
                        template.witnessed(),
                        template.rules(),
                        template.values(segments));
            }
        }
        return null;
    }

    /** The methods that the path takes; none where there is no such path. */
    Set<String> methods(String path) {
        String[] segments = segments(path);
        TreeSet<String> methods = new TreeSet<>();
        for (Template template : byLength.getOrDefault(segments.length, List.of())) {
            if (template.fits(segments)) {
                methods.add(template.method());
            }
        }
        return methods;
    }

    private static String[] segments(String path) {
        return path.substring(path.startsWith("/") ? 1 : 0).split("/", -1);
    }

    /**
     * An operation, what it needs, whether it is a change that is witnessed, the rules of its parameters, and the
     * values of those in the path.
     */
    record Match(String name, Scope scope, boolean witnessed, ParameterRules rules, Map<String, String> inPath) {}

    private record Template(
            String method, String[] segments, String name, Scope scope, boolean witnessed, ParameterRules rules) {

        static Template of(ContractOperation operation) {
            return new Template(
                    operation.method().name(),
                    OperationMatcher.segments(operation.path()),
                    operation.name(),
                    operation.scope(),
                    operation.witnessed(),
                    new ParameterRules(operation.parameters()));
        }

        boolean fits(String[] path) {
            for (int i = 0; i < segments.length; i++) {
                if (!variable(i) && !segments[i].equals(path[i])) {
                    return false;
                }
            }
            return true;
        }

        Map<String, String> values(String[] path) {
            Map<String, String> values = new HashMap<>(2);
            for (int i = 0; i < segments.length; i++) {
                if (variable(i)) {
                    values.put(segments[i].substring(1, segments[i].length() - 1), path[i]);
                }
            }
            return values;
        }

        int variables() {
            int count = 0;
            for (int i = 0; i < segments.length; i++) {
                count += variable(i) ? 1 : 0;
            }
            return count;
        }

        private boolean variable(int segment) {
            return segments[segment].startsWith("{");
        }
    }
}
