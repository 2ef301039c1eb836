package io.vinbridge.chromedata.cvd;

import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.equipment.Category;
import io.vinbridge.chromedata.description.equipment.CategoryDefinition;
import io.vinbridge.chromedata.description.equipment.Equipment;
import io.vinbridge.chromedata.description.equipment.GenericEquipment;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.chromedata.notices.Benefit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads {@code features[]} into equipment, and by the vendor's own bridge, the numbers of ADS's categories and types,
 * into generic equipment.
 */
final class FeatureReader {

    /** What nothing is kept of: order of display, and keys of other services. */
    static final String[] PASSED_OVER = {
        "key",
        "subSectionId",
        "featureCode",
        "rankingValue",
        "featureKeyAnswers",
        "isHybridFeature",
        "isEVFeature",
        "nameNoBrand",
        "brand"
    };

    private static final int FUEL_TYPE = 10030;
    private static final String THING = "OptionCode";
    private static final Comparator<String> ABSENT_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private final List<Equipment> equipment = new ArrayList<>();
    private final Map<CategoryKey, Generic> generic = new TreeMap<>(CategoryKey.ORDER);
    private final List<Benefit> benefits = new ArrayList<>();
    private final TreeSet<String> fuels = new TreeSet<>();
    private boolean built;

    /** A category as it gathers the features that belong to it. */
    private static final class Generic {
        private CategoryDefinition definition;
        private final TreeSet<Integer> styles = new TreeSet<>();
    }

    /** Category with a cause: what some styles have for sure, others may only be able to have. */
    private record CategoryKey(Integer category, InstallationCause installed) {
        private static final Comparator<CategoryKey> ORDER = Comparator.comparing(CategoryKey::category)
                .thenComparing(key -> key.installed == null ? null : key.installed.toString(), ABSENT_FIRST);
    }

    void read(JsonMembers feature) {
        feature.skip(PASSED_OVER);
        Integer id = feature.whole("id");
        Integer sectionId = feature.whole("sectionId");
        String section = feature.text("sectionName");
        String subSection = feature.text("subSectionName");
        String name = feature.text("name");
        String description = feature.text("description");
        List<Integer> categories = feature.wholes("adsCategoryIds");
        List<CategoryDefinition> definitions = definitions(categories, feature);
        String text = description == null ? name : description;
        if (id != null && id == FUEL_TYPE && description != null) {
            fuels.add(description);
        }
        TreeSet<Integer> styles = new TreeSet<>();
        for (StyleGroup group : StyleGroup.of(feature)) {
            InstallationCause installed = InstallCause.of(group.cause(), THING);
            built |= InstallCause.ofOneVehicle(group.cause());
            styles.addAll(group.ids());
            generic(categories, definitions, group, installed);
            if (text != null && InstallCause.has(group.cause(), group.standard())) {
                equipment.add(new Equipment(
                        VehicleReader.named(sectionId, section == null ? subSection : section),
                        text,
                        categories.stream()
                                .distinct()
                                .sorted()
                                .map(category -> new Category(category, null))
                                .toList(),
                        group.ids(),
                        installed));
            }
        }
        feature.each(
                "benefitStatement",
                benefit -> benefits.add(new Benefit(
                        name == null ? text : name,
                        benefit.text("title"),
                        benefit.text("definition"),
                        benefit.text("statement"),
                        List.copyOf(styles))));
    }

    private void generic(
            List<Integer> categories,
            List<CategoryDefinition> definitions,
            StyleGroup group,
            InstallationCause installed) {
        for (int at = 0; at < categories.size(); at++) {
            Generic known =
                    generic.computeIfAbsent(new CategoryKey(categories.get(at), installed), first -> new Generic());
            known.definition =
                    known.definition == null && !definitions.isEmpty() ? definitions.get(at) : known.definition;
            known.styles.addAll(group.ids());
        }
    }

    /** One for each category; none where the answer does not pair them. */
    private static List<CategoryDefinition> definitions(List<Integer> categories, JsonMembers feature) {
        List<String> names = feature.texts("adsCategoryIdDescriptions");
        List<Integer> typeIds = feature.wholes("adsTypeIds");
        List<String> types = feature.texts("adsTypeIdDescriptions");
        if (names.size() != categories.size()
                || !feature.wholly("adsCategoryIds", categories)
                || !feature.wholly("adsCategoryIdDescriptions", names)) {
            return List.of();
        }
        boolean typed = typeIds.size() == categories.size() && feature.wholly("adsTypeIds", typeIds);
        List<CategoryDefinition> definitions = new ArrayList<>();
        for (int at = 0; at < categories.size(); at++) {
            IdentifiedName type = typed
                    ? new IdentifiedName(
                            typeIds.get(at),
                            feature.wholly("adsTypeIdDescriptions", types) && types.size() == typeIds.size()
                                    ? types.get(at)
                                    : null)
                    : null;
            definitions.add(
                    new CategoryDefinition(null, null, new IdentifiedName(categories.get(at), names.get(at)), type));
        }
        return definitions;
    }

    List<Equipment> equipment() {
        return equipment.stream()
                .distinct()
                .sorted(Comparator.comparing(FeatureReader::header, ABSENT_FIRST)
                        .thenComparing(Equipment::description, ABSENT_FIRST)
                        .thenComparing(Equipment::toString))
                .toList();
    }

    List<GenericEquipment> genericEquipment() {
        return generic.entrySet().stream()
                .map(one -> new GenericEquipment(
                        one.getKey().category(),
                        one.getValue().definition,
                        List.copyOf(one.getValue().styles),
                        one.getKey().installed()))
                .toList();
    }

    List<Benefit> benefits() {
        return benefits.stream()
                .distinct()
                .sorted(Comparator.comparing(Benefit::equipment, ABSENT_FIRST)
                        .thenComparing(Benefit::title, ABSENT_FIRST)
                        .thenComparing(Benefit::statement, ABSENT_FIRST)
                        .thenComparing(Benefit::toString))
                .toList();
    }

    /** CVD tells an engine by features; of these only the fuel is one that can be told for sure. */
    List<Engine> engines() {
        return fuels.stream()
                .map(fuel -> new Engine(
                        null,
                        new IdentifiedName(null, fuel),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .toList();
    }

    /** Whether one of them is the factory's word on this very vehicle. */
    boolean built() {
        return built;
    }

    private static String header(Equipment equipment) {
        return equipment.header() == null ? null : equipment.header().name();
    }
}
