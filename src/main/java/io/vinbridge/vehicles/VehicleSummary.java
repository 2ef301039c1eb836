package io.vinbridge.vehicles;

import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Style;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Summary of a vehicle in lists. With several styles each part is what they share, and null where they differ.
 *
 * @param styleId the style it is, null while that cannot be told
 * @param styles how many styles it may be
 */
public record VehicleSummary(
        Integer modelYear,
        String make,
        String model,
        String trim,
        String bodyType,
        String drivetrain,
        Integer styleId,
        int styles) {

    /**
     * No name of a vehicle is longer, and an index takes none that is much longer: a summary is for lists, the document
     * has all of it.
     */
    private static final int LONGEST_NAME = 200;

    public VehicleSummary {
        make = cut(make);
        model = cut(model);
        trim = cut(trim);
        bodyType = cut(bodyType);
        drivetrain = cut(drivetrain);
    }

    private static String cut(String name) {
        return name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** The summary while nothing but the description is known: an only style is chosen, several are not. */
    public static VehicleSummary of(Description description) {
        List<Style> styles = description.styles();
        return summary(description, styles, styles.size() == 1 ? styles.get(0).id() : null);
    }

    /** The summary once a style is chosen among those of the description. */
    public static VehicleSummary of(Description description, int styleId) {
        List<Style> chosen = description.styles().stream()
                .filter(style -> style.id() == styleId)
                .toList();
        return summary(description, chosen, styleId);
    }

    private static VehicleSummary summary(Description description, List<Style> styles, Integer styleId) {
        CommonFacts common = description.common();
        return new VehicleSummary(
                or(shared(styles, Style::modelYear), common.modelYear()),
                or(
                        shared(
                                styles,
                                style -> style.division() == null
                                        ? null
                                        : style.division().name()),
                        common.make()),
                or(
                        shared(
                                styles,
                                style -> style.model() == null
                                        ? null
                                        : style.model().name()),
                        common.model()),
                styleId == null ? common.trim() : styles.get(0).trim(),
                or(shared(styles, Style::primaryBodyType), common.bodyType()),
                or(shared(styles, Style::drivetrain), common.drivingWheels()),
                styleId,
                description.styles().size());
    }

    private static <T> T shared(List<Style> styles, Function<Style, T> part) {
        List<T> distinct = styles.stream()
                .map(part)
                .filter(Objects::nonNull)
                .distinct()
                .limit(2)
                .toList();
        return distinct.size() == 1 ? distinct.get(0) : null;
    }

    private static <T> T or(T first, T second) {
        return first == null ? second : first;
    }
}
