package io.vinbridge.sandbox.catalog.features;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.Draw;
import java.util.Map;
import java.util.function.Function;

/** A text of the tables in which words in braces stand for what is the style's own. */
record Phrase(String text) {

    private static final Map<String, Function<Style, Object>> OWN = Map.ofEntries(
            Map.entry(
                    "vehicle",
                    style -> style.line().division().name() + " " + style.line().name()),
            Map.entry("market", style -> style.body().market(style.drive()).name()),
            Map.entry("body", style -> style.body().types().get(0).name()),
            Map.entry("drivetrain", style -> style.drive().drivetrain()),
            Map.entry("doors", style -> style.body().doors()),
            Map.entry("seats", style -> style.body().seats()),
            Map.entry("wheelbase", Style::wheelbase),
            Map.entry("length", style -> style.body().length()),
            Map.entry("width", style -> style.body().width()),
            Map.entry("height", style -> style.body().height()),
            Map.entry("weight", style -> style.body().weight() + 60 * style.rank()),
            Map.entry("gvwr", style -> style.body().grossWeight()),
            Map.entry("engine", style -> style.engine().description()),
            Map.entry(
                    "engineCode",
                    style -> Draw.of("engine code").with(style.engine().key()).code(3)),
            Map.entry("displacement", style -> style.engine().displacement()),
            Map.entry(
                    "horsepower",
                    style ->
                            style.engine().horsepower() + " @ " + style.engine().horsepowerAt()),
            Map.entry(
                    "torque",
                    style -> style.engine().torque() + " @ " + style.engine().torqueAt()),
            Map.entry("city", style -> style.engine().city()),
            Map.entry("hwy", style -> style.engine().highway()),
            Map.entry(
                    "combined",
                    style -> (11 * style.engine().city() + 9 * style.engine().highway()) / 20),
            Map.entry("tank", style -> style.engine().tank()),
            Map.entry("transmission", style -> style.transmission().description()),
            Map.entry("gears", style -> style.transmission().gears()));

    /** True if the text differs from style to style. */
    boolean own() {
        return text.indexOf('{') >= 0;
    }

    String of(Style style) {
        int open = text.indexOf('{');
        if (open < 0) {
            return text;
        }
        int close = text.indexOf('}', open);
        Object value = OWN.get(text.substring(open + 1, close)).apply(style);
        return text.substring(0, open) + value + text.substring(close + 1);
    }
}
