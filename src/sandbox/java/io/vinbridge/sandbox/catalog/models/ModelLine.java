package io.vinbridge.sandbox.catalog.models;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A model through the years it was sold, such as the Ford F-150 since 1981. Its place in the table is part of its style
 * ids.
 */
public record ModelLine(
        int place,
        Division division,
        String name,
        List<Span> years,
        List<Body> bodies,
        List<Drive> drives,
        int price,
        List<Engine> engines,
        List<String> trims,
        List<String> vds) {

    /** Number of lines that the style ids have room for. */
    static final int ROOM = 512;

    private static final List<ModelLine> LINES = read();

    /** Every line, in the order of the table. */
    public static List<ModelLine> all() {
        return LINES;
    }

    public boolean soldIn(int year) {
        return years.stream().anyMatch(span -> year >= span.first() && year <= span.last());
    }

    /** True if the line is built as a car, SUV, pickup or van; "any" is everything. */
    public boolean builtAs(String kind) {
        return kind.equals("any") || kind.equals(builds());
    }

    public String builds() {
        return bodies.get(0).builds();
    }

    /**
     * Match of the vehicle descriptor section (VIN from position 4 on) with this line: characters that match, 0 if it
     * does not.
     */
    public int recognizedBy(String section) {
        return vds.stream()
                .filter(known -> matches(known, section))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static boolean matches(String known, String section) {
        return IntStream.range(0, known.length())
                .allMatch(at -> known.charAt(at) == '.' || known.charAt(at) == section.charAt(at));
    }

    private static List<ModelLine> read() {
        List<Table.Row> rows = Table.rows("models");
        return IntStream.range(0, rows.size())
                .mapToObj(place -> of(place, rows.get(place)))
                .toList();
    }

    private static ModelLine of(int place, Table.Row row) {
        return new ModelLine(
                place,
                Division.named(row.text("division")),
                row.text("model"),
                row.list("years").stream().map(Span::of).toList(),
                row.list("bodies").stream()
                        .flatMap(kind -> Body.ofKind(kind).stream())
                        .toList(),
                row.list("drives").stream().map(Drive::of).toList(),
                row.number("price"),
                row.list("engines").stream().map(Engine::of).toList(),
                row.list("trims").stream()
                        .map(trim -> trim.equals("-") ? "" : trim)
                        .toList(),
                row.list("vds"));
    }

    /** Model years in a row, first and last; a line still sold has no last. */
    public record Span(int first, int last) {

        static Span of(String text) {
            int dash = text.indexOf('-');
            String last = text.substring(dash + 1);
            return new Span(
                    Integer.parseInt(text.substring(0, dash)),
                    last.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(last));
        }
    }
}
