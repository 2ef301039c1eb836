package io.vinbridge.vehicles.comparison;

import static io.vinbridge.vehicles.comparison.MemberRule.add;
import static io.vinbridge.vehicles.comparison.MemberRule.amount;
import static io.vinbridge.vehicles.comparison.MemberRule.by;
import static io.vinbridge.vehicles.comparison.MemberRule.text;

import io.vinbridge.chromedata.description.Color;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.Price;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.equipment.Equipment;
import io.vinbridge.chromedata.description.equipment.GenericEquipment;
import io.vinbridge.chromedata.description.equipment.Option;
import io.vinbridge.chromedata.description.equipment.Specification;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules of all members that both services can have. What has no number of its own that both share is matched by what
 * both tell: styles by number, colours and options by code, specifications by title, equipment by ADS's category.
 */
final class MemberRules {

    private MemberRules() {}

    /** The rules in the order of their members' names in a report. */
    static final List<MemberRule> ALL = List.of(
            text("modelYear", one -> single(one.common().modelYear())),
            text("make", one -> single(one.common().make())),
            text("model", one -> single(one.common().model())),
            text("styles", one -> single(styleIds(one))),
            text("styles.name", one -> styles(one, Style::name)),
            text("styles.trim", one -> styles(one, Style::trim)),
            text("styles.modelCode", one -> styles(one, Style::modelCode)),
            text("styles.doors", one -> styles(one, Style::doors)),
            text("styles.drivetrain", one -> styles(one, Style::drivetrain)),
            text("styles.bodyType", one -> styles(one, Style::primaryBodyType)),
            text("styles.marketClass", one -> styles(one, style -> name(style.marketClass()))),
            amount("styles.msrp", one -> styles(one, price(Price::msrp))),
            amount("styles.invoice", one -> styles(one, price(Price::invoice))),
            amount("styles.destination", one -> styles(one, price(Price::destination))),
            text("exteriorColors", one -> colors(one.exteriorColors(), Color::styleIds)),
            text("exteriorColors.name", one -> by(one.exteriorColors(), Color::code, Color::name)),
            text("exteriorColors.rgb", one -> by(one.exteriorColors(), Color::code, Color::rgb)),
            text("exteriorColors.generic", one -> by(one.exteriorColors(), Color::code, MemberRules::generic)),
            text("interiorColors", one -> colors(one.interiorColors(), Color::styleIds)),
            text("interiorColors.name", one -> by(one.interiorColors(), Color::code, Color::name)),
            text("options", MemberRules::options),
            text("options.msrp", MemberRules::optionPrices),
            text("equipment", MemberRules::equipment),
            text("equipment.category", MemberRules::categories),
            text("specifications", MemberRules::specifications),
            text("engines.fuel", MemberRules::fuels));

    private static Map<String, ?> single(Object value) {
        return value == null ? Map.of() : Map.of("", value);
    }

    private static Set<Integer> styleIds(Description one) {
        return one.styles().stream().map(Style::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, ?> styles(Description one, Function<Style, ?> value) {
        return by(one.styles(), Style::id, value);
    }

    private static Function<Style, BigDecimal> price(Function<Price, BigDecimal> part) {
        return style -> style.price() == null ? null : part.apply(style.price());
    }

    private static String name(IdentifiedName named) {
        return named == null ? null : named.name();
    }

    private static String generic(Color color) {
        return color.generic().isEmpty() ? null : color.generic().get(0).name();
    }

    private static Map<String, ?> colors(List<Color> colors, Function<Color, List<Integer>> styles) {
        Map<String, Set<String>> sets = new TreeMap<>();
        colors.forEach(color -> styles.apply(color).forEach(style -> add(sets, color.code(), style)));
        return sets;
    }

    private static String code(Option option) {
        return option.oemCode() == null ? option.chromeCode() : option.oemCode();
    }

    private static Map<String, ?> options(Description one) {
        Map<String, Set<String>> sets = new TreeMap<>();
        one.options().forEach(option -> option.styleIds().forEach(style -> add(sets, code(option), style)));
        return sets;
    }

    /** The least and the most that a code costs: ADS tells no more, and a code may stand for several options. */
    private static Map<String, ?> optionPrices(Description one) {
        Map<String, TreeSet<BigDecimal>> amounts = new TreeMap<>();
        for (Option option : one.options()) {
            AmountRange msrp = option.price() == null ? null : option.price().msrp();
            if (msrp != null && code(option) != null) {
                TreeSet<BigDecimal> of =
                        amounts.computeIfAbsent(MemberRule.plain(code(option)), first -> new TreeSet<>());
                Stream.of(msrp.low(), msrp.high()).filter(Objects::nonNull).forEach(of::add);
            }
        }
        Map<String, Set<String>> ranges = new TreeMap<>();
        amounts.forEach((code, of) -> {
            add(ranges, code, of.isEmpty() ? null : of.first().toPlainString());
            add(ranges, code, of.isEmpty() ? null : of.last().toPlainString());
        });
        return ranges;
    }

    private static Map<String, ?> equipment(Description one) {
        Map<String, Set<String>> sets = new TreeMap<>();
        for (Equipment equipment : one.equipment()) {
            equipment.styleIds().forEach(style -> add(sets, equipment.description(), style));
        }
        return sets;
    }

    private static Map<String, ?> categories(Description one) {
        Map<String, Set<String>> sets = new TreeMap<>();
        for (GenericEquipment generic : one.genericEquipment()) {
            Integer id = generic.categoryId() == null && generic.definition() != null
                    ? generic.definition().category().id()
                    : generic.categoryId();
            generic.styleIds().forEach(style -> add(sets, id, style));
        }
        return sets;
    }

    private static Map<String, ?> specifications(Description one) {
        Map<String, Set<String>> sets = new TreeMap<>();
        for (Specification specification : one.specifications()) {
            IdentifiedName title = specification.definition() == null
                    ? null
                    : specification.definition().title();
            for (Specification.Value value : specification.values()) {
                value.styleIds().forEach(style -> add(sets, name(title), style + ": " + number(value.value())));
            }
        }
        return sets;
    }

    private static String number(String value) {
        try {
            return value == null
                    ? ""
                    : value.length() > 30
                            ? value
                            : new BigDecimal(value).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static Map<String, ?> fuels(Description one) {
        TreeSet<String> fuels = one.engines().stream()
                .map(Engine::fuel)
                .map(MemberRules::name)
                .filter(name -> name != null)
                .collect(Collectors.toCollection(TreeSet::new));
        return fuels.isEmpty() ? Map.of() : single(fuels);
    }
}
