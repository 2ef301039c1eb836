package io.vinbridge.sandbox.ads;

import io.vinbridge.sandbox.ads.sections.InstalledEquipment;
import io.vinbridge.sandbox.ads.sections.Shapes;
import io.vinbridge.sandbox.ads.soap.DescribeRequest;
import io.vinbridge.sandbox.ads.soap.Switch;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.features.Category;
import io.vinbridge.sandbox.catalog.features.FactoryOption;
import io.vinbridge.sandbox.catalog.features.Specification;
import io.vinbridge.sandbox.text.Xml;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Takes what the caller asserts to be in the vehicle: options, colors and equipment. What is not recognized is
 * remarked.
 */
record Inputs(
        DescribeRequest request, List<Style> styles, double fullness, Status status, InstalledEquipment installed) {

    private static final double EVERYTHING = 1000;

    void apply() {
        request.texts("OEMOptionCode").forEach(this::optionCode);
        request.texts("primaryOptionName").forEach(this::optionName);
        request.texts("equipmentDescription").forEach(this::equipment);
        request.texts("nonFactoryEquipmentDescription").forEach(this::nonFactoryEquipment);
        request.text("exteriorColorName").ifPresent(this::exteriorColor);
        request.text("interiorColorName").ifPresent(this::interiorColor);
        request.titleIds().forEach(this::titleId);
    }

    private void optionCode(String code) {
        option(
                option -> option.chromeCode().equalsIgnoreCase(code)
                        || option.oemCode(styles.get(0)).equalsIgnoreCase(code),
                "OptionCodeInput",
                "OptionCode");
    }

    private void optionName(String name) {
        option(
                option -> option.name(styles.get(0)).equalsIgnoreCase(name),
                "PrimaryOptionNameInput",
                "PrimaryOptionName");
    }

    private void option(Predicate<FactoryOption> meant, String cause, String hint) {
        List<FactoryOption> matching = options(fullness, meant);
        if (matching.isEmpty()) {
            boolean elsewhere = !options(EVERYTHING, meant).isEmpty();
            status.add((elsewhere ? "Unused" : "Unrecognized") + hint);
            return;
        }
        FactoryOption option = matching.get(0);
        installed.option(option.chromeCode(), cause);
        String related = request.has(Switch.UseDependencyOrderingLogic) ? "OptionLogic" : "RelatedCategory";
        option.categories().forEach(category -> installed.category(category.id(), related));
    }

    private List<FactoryOption> options(double amount, Predicate<FactoryOption> meant) {
        return styles.stream()
                .flatMap(style -> FactoryOption.of(style, amount).stream())
                .filter(meant)
                .toList();
    }

    private void equipment(String description) {
        List<Category> categories = matching(description);
        if (categories.isEmpty()) {
            status.add("UnrecognizedEquipmentDescription");
            return;
        }
        Xml matched = new Xml(200).open("matchedEquipment").leaf("equipmentDescription", description);
        for (Category category : categories) {
            matched.leaf("categoryId", category.id());
            installed.category(category.id(), "EquipmentDescriptionInput");
        }
        status.addMatched(matched.close());
    }

    private void nonFactoryEquipment(String description) {
        List<Category> categories = matching(description);
        if (categories.isEmpty()) {
            status.add("UnrecognizedNonFactoryEquipmentDescription");
            return;
        }
        Xml matched = new Xml(400).open("matchedNonFactoryEquipment").leaf("equipmentDescription", description);
        categories.forEach(category -> Shapes.category(matched, "category", category));
        status.addMatched(matched.open("installed")
                .with("cause", "NonFactoryEquipmentInput")
                .close()
                .close());
    }

    private static List<Category> matching(String description) {
        String words = description.toLowerCase(Locale.ROOT);
        return Category.all().stream()
                .filter(category -> {
                    String name = category.category().name().toLowerCase(Locale.ROOT);
                    return !words.isEmpty() && (name.contains(words) || words.contains(name));
                })
                .toList();
    }

    private void exteriorColor(String name) {
        List<String> codes = styles.stream()
                .flatMap(style -> style.paints().stream())
                .filter(paint ->
                        paint.name().equalsIgnoreCase(name) || paint.generic().equalsIgnoreCase(name))
                .map(paint -> paint.code())
                .toList();
        codes.forEach(code -> installed.exteriorColor(code, "ExteriorColorInput"));
        if (codes.isEmpty()) {
            status.add("UnrecognizedExteriorColor");
        }
    }

    private void interiorColor(String name) {
        List<String> codes = styles.stream()
                .flatMap(style -> style.upholsteries().stream())
                .filter(upholstery -> upholstery.name().equalsIgnoreCase(name)
                        || upholstery.generic().equalsIgnoreCase(name))
                .map(upholstery -> upholstery.code())
                .toList();
        codes.forEach(code -> installed.interiorColor(code, "InteriorColorInput"));
        if (codes.isEmpty()) {
            status.add("UnrecognizedInteriorColor");
        }
    }

    private void titleId(int id) {
        boolean known = Specification.all().stream()
                .anyMatch(specification -> specification.title().id() == id);
        if (!known) {
            status.add("UnrecognizedTechnicalSpecificationTitleId");
        }
    }
}
