package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.EditionCommons.Conversion;
import io.vinbridge.vpic.data.VinSchema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conversion of a displacement into the units in which no pattern gives it. */
final class UnitConversion {

    private static final int PRIORITY = 100;
    private static final Pattern FORMULA = Pattern.compile("\\s*#x#\\s*([*/])\\s*([0-9.]+)\\s*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    private UnitConversion() {}

    private record Step(DecodedElement from, Conversion conversion) {}

    /** Fills the elements that are empty, from the best that is there. */
    static void fill(Contest contest, List<Conversion> conversions) {
        List<Step> steps = new ArrayList<>();
        for (Conversion conversion : conversions) {
            DecodedElement from = contest.winner(conversion.from());
            if (from != null) {
                steps.add(new Step(from, conversion));
            }
        }
        steps.sort(Comparator.comparingInt((Step step) -> -step.from.priority())
                .thenComparing(Comparator.comparingLong((Step step) -> step.from.changed())
                        .reversed())
                .thenComparingInt(step -> step.conversion.id()));
        for (Step step : steps) {
            if (contest.winner(step.conversion.to()) == null) {
                String result = apply(step.conversion.formula(), step.from.attribute());
                contest.put(new DecodedElement(
                        step.conversion.to(),
                        Source.CONVERSION,
                        PRIORITY,
                        VinSchema.NEVER,
                        step.from.key(),
                        step.from.pattern(),
                        step.from.schema(),
                        result,
                        result,
                        null));
            }
        }
    }

    /** What is no number gives 0, as NHTSA's function has it. */
    static String apply(String formula, String value) {
        Matcher known = FORMULA.matcher(formula);
        String number = value == null ? "" : value.strip();
        if (!known.matches() || !NUMBER.matcher(number).matches()) {
            return "0";
        }
        BigDecimal operand = new BigDecimal(known.group(2).replaceAll("\\.$", ""));
        BigDecimal of = new BigDecimal(number);
        BigDecimal result =
                known.group(1).equals("*") ? of.multiply(operand) : of.divide(operand, MathContext.DECIMAL64);
        return result.signum() == 0 ? "0" : result.stripTrailingZeros().toPlainString();
    }
}
