package io.vinbridge.vehicles.comparison;

import io.vinbridge.chromedata.description.Description;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Rule by which a member of two descriptions is compared. Numbers are equal within a tolerance, sets in any order,
 * texts but for case and white space.
 *
 * @param values the member's values by item: a {@code BigDecimal}, a {@code Set} or anything that is compared as text
 * @param tolerance by how much numbers may differ
 */
record MemberRule(String member, BigDecimal tolerance, Function<Description, Map<String, ?>> values) {

    static MemberRule text(String member, Function<Description, Map<String, ?>> values) {
        return new MemberRule(member, BigDecimal.ZERO, values);
    }

    /** Amounts, which one service may round to the unit. */
    static MemberRule amount(String member, Function<Description, Map<String, ?>> values) {
        return new MemberRule(member, BigDecimal.ONE, values);
    }

    List<ComparedItem> compare(Description ads, Description cvd) {
        Map<String, ?> left = values.apply(ads);
        Map<String, ?> right = values.apply(cvd);
        TreeSet<String> items = new TreeSet<>(left.keySet());
        items.addAll(right.keySet());
        List<ComparedItem> compared = new ArrayList<>(items.size());
        for (String item : items) {
            Object one = left.get(item);
            Object other = right.get(item);
            if (one != null || other != null) {
                compared.add(new ComparedItem(member, item, verdict(one, other), shown(one), shown(other)));
            }
        }
        return compared;
    }

    private Verdict verdict(Object one, Object other) {
        if (one == null || other == null) {
            return one == null ? Verdict.ONLY_CVD : Verdict.ONLY_ADS;
        }
        if (one instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
            return verdict(number, otherNumber);
        }
        if (one instanceof Set<?> set) {
            return set.equals(other) ? Verdict.SAME_SET : Verdict.DIFFERENT;
        }
        return plain(one.toString()).equals(plain(other.toString())) ? Verdict.EQUAL : Verdict.DIFFERENT;
    }

    private Verdict verdict(BigDecimal one, BigDecimal other) {
        if (one.compareTo(other) == 0) {
            return Verdict.EQUAL;
        }
        return one.subtract(other).abs().compareTo(tolerance) < 0 ? Verdict.CLOSE : Verdict.DIFFERENT;
    }

    private static String shown(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null
                ? null
                : value instanceof Set<?> set
                        ? String.join(", ", set.stream().map(Object::toString).toList())
                        : value.toString();
    }

    /** Texts are equal but for case and white space. */
    static String plain(String text) {
        return text.trim().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Adds a value to the set of an item; nothing where there is none. */
    static void add(Map<String, Set<String>> sets, Object item, Object value) {
        if (item != null && value != null) {
            sets.computeIfAbsent(plain(item.toString()), first -> new TreeSet<>())
                    .add(plain(value.toString()));
        }
    }

    /** Values by item, where there is one for each; nothing where one is null. */
    static <T> Map<String, ?> by(List<T> things, Function<T, ?> item, Function<T, ?> value) {
        Map<String, Object> values = new TreeMap<>();
        for (T thing : things) {
            Object key = item.apply(thing);
            Object of = value.apply(thing);
            if (key != null && of != null) {
                values.put(plain(key.toString()), of);
            }
        }
        return values;
    }
}
