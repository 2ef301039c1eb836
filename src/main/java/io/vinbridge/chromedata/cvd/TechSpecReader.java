package io.vinbridge.chromedata.cvd;

import io.vinbridge.chromedata.description.equipment.Specification;
import io.vinbridge.chromedata.description.equipment.SpecificationDefinition;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads {@code techSpecs[]} into specifications, one for each title and unit. The titles' numbers are CVD's own: ADS's
 * are not told.
 */
final class TechSpecReader {

    private static final Comparator<String> ABSENT_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Title> ORDER = Comparator.comparing(Title::name, ABSENT_FIRST)
            .thenComparing(Title::unit, ABSENT_FIRST)
            .thenComparing(Title::id, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Map<Title, Map<String, TreeSet<Integer>>> values = new TreeMap<>(ORDER);
    private boolean built;

    private record Title(Integer id, String name, String unit, IdentifiedName section) {}

    void read(JsonMembers techSpec) {
        techSpec.skip(FeatureReader.PASSED_OVER);
        techSpec.skip("adsCategoryIds", "adsCategoryIdDescriptions", "adsTypeIds", "adsTypeIdDescriptions");
        techSpec.skip("benefitStatement", "subSectionName");
        Integer id = techSpec.whole("id");
        Integer sectionId = techSpec.whole("sectionId");
        IdentifiedName section = VehicleReader.named(sectionId, techSpec.text("sectionName"));
        String name = techSpec.text("name");
        String description = techSpec.text("description");
        List<StyleGroup> groups = StyleGroup.of(techSpec);
        built |= groups.stream().anyMatch(group -> InstallCause.ofOneVehicle(group.cause()));
        techSpec.each("unitsOfMeasureAndValues", measured -> {
            String unit = measured.text("unitOfMeasure");
            String value = measured.text("value");
            if (value != null && (name != null || description != null)) {
                Title title = new Title(id, name == null ? description : name, unit, section);
                TreeSet<Integer> styles = values.computeIfAbsent(title, first -> new TreeMap<>())
                        .computeIfAbsent(value, first -> new TreeSet<>());
                groups.forEach(group -> styles.addAll(group.ids()));
            }
        });
    }

    List<Specification> specifications() {
        List<Specification> specifications = new ArrayList<>();
        values.forEach((title, byValue) -> specifications.add(new Specification(
                null,
                new SpecificationDefinition(
                        title.section(), null, new IdentifiedName(title.id(), title.name()), title.unit()),
                range(byValue),
                byValue.entrySet().stream()
                        .map(one -> new Specification.Value(one.getKey(), null, List.copyOf(one.getValue())))
                        .toList())));
        return specifications;
    }

    /** Whether one of them is the factory's word on this very vehicle. */
    boolean built() {
        return built;
    }

    private static Specification.Bounds range(Map<String, ?> byValue) {
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        for (String value : byValue.keySet()) {
            BigDecimal number =
                    JsonNumber.decimal(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.textNode(value));
            if (number == null) {
                return null;
            }
            numbers.add(number);
        }
        return numbers.isEmpty() ? null : new Specification.Bounds(numbers.first(), numbers.last());
    }
}
