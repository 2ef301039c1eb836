package io.vinbridge.chromedata.cvd;

import io.vinbridge.chromedata.description.equipment.Category;
import io.vinbridge.chromedata.description.equipment.Option;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.PriceRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code packages[]} and {@code optionCodeContent[]} into options. */
final class OptionCodeReader {

    private static final String THING = "OptionCode";

    private final TreeMap<String, Option> options = new TreeMap<>();
    private boolean built;

    void content(JsonMembers content) {
        content.skip("featureKeys", "collectionCode");
        List<String> descriptions = content.texts("optionDescription");
        option(content, descriptions, List.of(), StyleGroup.of(content));
    }

    /** A package's name stands before what its details say of themselves. */
    void pack(JsonMembers pack) {
        pack.skip(FeatureReader.PASSED_OVER);
        pack.skip("id", "sectionId", "sectionName", "subSectionName", "benefitStatement");
        pack.skip("adsCategoryIdDescriptions", "adsTypeIds", "adsTypeIdDescriptions");
        List<String> names = new ArrayList<>();
        for (String member : List.of("name", "description")) {
            String text = pack.text(member);
            if (text != null && !names.contains(text)) {
                names.add(text);
            }
        }
        List<Integer> categories = pack.wholes("adsCategoryIds");
        List<StyleGroup> groups = StyleGroup.of(pack);
        pack.each("optionDetails", detail -> {
            detail.skip("featureKeys", "collectionCode");
            List<String> descriptions = new ArrayList<>(names);
            detail.eachOrText("content", descriptions::add, content -> {
                String text = content.text("description");
                if (text != null) {
                    descriptions.add(text);
                }
            });
            option(detail, descriptions, categories, groups);
        });
    }

    List<Option> options() {
        return List.copyOf(options.values());
    }

    /** Whether one of them is the factory's word on this very vehicle. */
    boolean built() {
        return built;
    }

    /** One for each group: what some styles have, others may only be able to have. */
    private void option(
            JsonMembers detail, List<String> descriptions, List<Integer> categories, List<StyleGroup> groups) {
        String code = detail.text("optionCode");
        String alternate = detail.text("altOptionCode");
        String header = detail.text("group");
        boolean ofChrome = Boolean.TRUE.equals(detail.flag("isChromeCode"));
        PriceRange price = price(detail.number("msrp"), detail.number("invoice"));
        built |= groups.stream().anyMatch(group -> InstallCause.ofOneVehicle(group.cause()));
        if (code == null && descriptions.isEmpty()) {
            return;
        }
        for (StyleGroup group : groups) {
            String key = code == null ? descriptions.toString() : code.toUpperCase(Locale.ROOT);
            String styles = groups.size() > 1 ? group.toString() : "";
            options.merge(
                    key + "|" + price + styles,
                    new Option(
                            ofChrome ? null : code,
                            ofChrome ? code : null,
                            alternate,
                            VehicleReader.named(null, header),
                            descriptions.stream().distinct().toList(),
                            List.of(),
                            null,
                            group.standard(),
                            null,
                            null,
                            price,
                            categories.stream()
                                    .distinct()
                                    .sorted()
                                    .map(id -> new Category(id, null))
                                    .toList(),
                            group.ids(),
                            InstallCause.of(group.cause(), THING),
                            List.of()),
                    OptionCodeReader::together);
        }
    }

    /** The same code at the same price, told twice: each with what the other lacks. */
    private static Option together(Option one, Option other) {
        TreeSet<String> descriptions =
                new TreeSet<>(Comparator.comparing(String::length).thenComparing(text -> text));
        descriptions.addAll(one.descriptions());
        descriptions.addAll(other.descriptions());
        TreeSet<Integer> styles = new TreeSet<>(one.styleIds());
        styles.addAll(other.styleIds());
        IdentifiedName header = one.header() == null ? other.header() : one.header();
        return new Option(
                one.oemCode(),
                one.chromeCode(),
                one.alternateCode() == null ? other.alternateCode() : one.alternateCode(),
                header,
                List.copyOf(descriptions),
                List.of(),
                null,
                one.standard() == null ? other.standard() : one.standard(),
                null,
                null,
                one.price(),
                one.categories().isEmpty() ? other.categories() : one.categories(),
                List.copyOf(styles),
                one.installed() == null ? other.installed() : one.installed(),
                List.of());
    }

    private static PriceRange price(BigDecimal msrp, BigDecimal invoice) {
        return msrp == null && invoice == null ? null : new PriceRange(exactly(msrp), exactly(invoice), null, null);
    }

    private static AmountRange exactly(BigDecimal amount) {
        return amount == null ? null : new AmountRange(amount, amount);
    }
}
