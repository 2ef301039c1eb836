package io.vinbridge.stock.files;

import io.vinbridge.stock.lines.StockColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Profile to begin with, made of the names of a file's columns: the two files of routes to be edited and put there.
 *
 * @param route text of {@code ID.camel.yaml}
 * @param mapping text of {@code ID.jslt}
 */
public record SuggestedProfile(String id, String route, String mapping) {

    private static final Set<String> AMOUNTS = Set.of("price", "listPrice");

    static SuggestedProfile of(String id, String dealer, List<String> names, StockColumns columns) {
        Map<String, String> fields = new LinkedHashMap<>();
        String vin = "\"VIN\"";
        for (String name : names) {
            String ours = columns.of(name);
            String from = "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            if ("vin".equals(ours)) {
                vin = from;
            } else if (ours != null) {
                fields.putIfAbsent(ours, value(ours, from));
            }
        }
        String members = fields.entrySet().stream()
                .map(field -> "    \"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(",\n"));
        return new SuggestedProfile(
                id,
                """
                - route:
                    id: %1$s
                    group: profiles
                    description: Maps the stock files of %2$s
                    from:
                      uri: direct:%1$s
                      steps:
                        - to:
                            uri: "jslt:{{vinbridge.routes-location}}/%1$s.jslt"
                """.formatted(id, dealer),
                "[for (.) {\n  \"vin\": .%s,\n  \"fields\": {\n%s\n  }\n}]\n".formatted(vin, members));
    }

    private static String value(String ours, String from) {
        if (AMOUNTS.contains(ours)) {
            return "money(." + from + ")";
        }
        return ours.equals("mileage") ? "mileage(." + from + ")" : "." + from;
    }
}
