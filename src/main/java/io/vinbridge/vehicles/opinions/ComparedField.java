package io.vinbridge.vehicles.opinions;

import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.vehicles.styles.PlainText;
import io.vinbridge.vpic.decode.DecodedVin;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Field of which ChromeData and NHTSA both speak, by the number of NHTSA's element; several numbers are said as one
 * text.
 */
enum ComparedField {
    MAKE("make", 26),
    MODEL("model", 28, 34, 38),
    MODEL_YEAR("modelYear", 29),
    BODY_TYPE("bodyType", 5),
    DRIVETRAIN("drivetrain", 15),
    CYLINDERS("cylinders", 9),
    DISPLACEMENT("displacement", 13),
    FUEL("fuel", 24, 66);

    /** Both round to tenths of a litre. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.06");

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
    private final int[] elements;

    ComparedField(String word, int... elements) {
        this.word = word;
        this.elements = elements;
    }

    /** As the API says it. */
    String word() {
        return word;
    }

    /** What ChromeData says, of several styles or engines each; empty for nothing. */
    List<String> ours(Description description, List<Style> styles) {
        CommonFacts common = description.common();
        Stream<?> said =
                switch (this) {
                    case MAKE -> or(styles(styles, style -> name(style.division())), common.make());
                    case MODEL -> or(styles(styles, style -> name(style.model())), common.model());
                    case MODEL_YEAR -> or(styles(styles, Style::modelYear), common.modelYear());
                    case BODY_TYPE -> or(styles(styles, Style::primaryBodyType), common.bodyType());
                    case DRIVETRAIN -> or(styles(styles, Style::drivetrain), common.drivingWheels());
                    case CYLINDERS -> description.engines().stream().map(Engine::cylinders);
                    case DISPLACEMENT -> description.engines().stream().flatMap(ComparedField::litres);
                    case FUEL -> description.engines().stream().map(engine -> name(engine.fuel()));
                };
        return said.filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .distinct()
                .sorted()
                .toList();
    }

    /** What NHTSA's data says; null for nothing, and of the year where it may be another. */
    String theirs(DecodedVin vin) {
        if (this == MODEL_YEAR) {
            return vin.modelYearCertain() && vin.modelYear() != null
                    ? vin.modelYear().toString()
                    : null;
        }
        String first = vin.said(elements[0]);
        String more = this == FUEL && first != null ? vin.said(elements[1]) : null;
        return more == null ? first : first + ", " + more;
    }

    /**
     * Whether they agree: NHTSA's data with one of what ChromeData says. Null where one of them says nothing to
     * compare.
     */
    Boolean agree(List<String> ours, DecodedVin vin) {
        String theirs = theirs(vin);
        if (ours.isEmpty() || theirs == null) {
            return null;
        }
        return switch (this) {
            case MAKE -> ours.stream().anyMatch(one -> sameName(one, theirs));
            case MODEL -> ours.stream().anyMatch(one -> sameModel(one, vin));
            case MODEL_YEAR, CYLINDERS -> ours.contains(theirs);
            case DISPLACEMENT -> near(ours, theirs);
            default -> ComparedWords.agree(word, ours, theirs);
        };
    }

    private boolean sameModel(String ours, DecodedVin vin) {
        String model = vin.said(elements[0]);
        String series = vin.said(elements[1]);
        String trim = vin.said(elements[2]);
        return sameName(ours, model)
                || (series != null && (sameName(ours, series) || sameName(ours, model + ' ' + series)))
                || (trim != null && (sameName(ours, trim) || sameName(ours, model + ' ' + trim)));
    }

    /**
     * Whether one name is the other, or begins with all of it, without regard to marks: {@code CR-V} and {@code CRV
     * Hybrid}.
     */
    static boolean sameName(String one, String other) {
        return begins(one, other) || begins(other, one);
    }

    private static boolean begins(String longer, String whole) {
        String wanted = PlainText.squeezed(whole);
        StringBuilder begun = new StringBuilder();
        for (String word : longer.split("[^\\p{L}\\p{N}]+", -1)) {
            begun.append(PlainText.squeezed(word));
            if (!wanted.isEmpty() && wanted.contentEquals(begun)) {
                return true;
            }
        }
        return false;
    }

    private static Boolean near(Collection<String> ours, String theirs) {
        BigDecimal said = number(theirs);
        List<BigDecimal> numbers = ours.stream()
                .map(ComparedField::number)
                .filter(Objects::nonNull)
                .toList();
        return (said == null || numbers.isEmpty())
                ? null
                : Boolean.valueOf(numbers.stream()
                        .anyMatch(one -> one.subtract(said).abs().compareTo(ROUNDED) < 0));
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static Stream<String> litres(Engine engine) {
        return engine.displacement() == null
                ? Stream.empty()
                : engine.displacement().stream()
                        .filter(size -> size.unit() != null
                                && size.unit().toLowerCase(Locale.ROOT).startsWith("l"))
                        .map(size -> size.value());
    }

    private static Stream<?> styles(List<Style> styles, Function<Style, ?> part) {
        return styles.stream().map(part).filter(Objects::nonNull);
    }

    private static Stream<?> or(Stream<?> first, Object second) {
        List<?> found = first.toList();
        return found.isEmpty() ? Stream.ofNullable(second) : found.stream();
    }

    private static String name(IdentifiedName name) {
        return name == null ? null : name.name();
    }
}
