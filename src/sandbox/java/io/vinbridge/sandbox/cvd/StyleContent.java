package io.vinbridge.sandbox.cvd;

import static io.vinbridge.sandbox.cvd.SharedValues.object;

import io.vinbridge.sandbox.ads.sections.BuildSheet;
import io.vinbridge.sandbox.catalog.Paint;
import io.vinbridge.sandbox.catalog.Price;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.Upholstery;
import io.vinbridge.sandbox.catalog.features.Category;
import io.vinbridge.sandbox.catalog.features.ConsumerItem;
import io.vinbridge.sandbox.catalog.features.FactoryOption;
import io.vinbridge.sandbox.catalog.features.Specification;
import io.vinbridge.sandbox.catalog.features.Standard;
import io.vinbridge.sandbox.catalog.models.Drive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Content of styles as CVD and VSS write it (ChromeData on the wire, 3.4 and 3.6).
 *
 * @param sheet the factory's record of the vehicle, where the profile shows it
 * @param differing fields that are written otherwise than ADS writes them
 */
record StyleContent(
        List<Style> styles, double fullness, Optional<BuildSheet> sheet, List<Disagreements.Field> differing) {

    private static final int FEATURES = 20_000;
    private static final int TECH_SPECS = 40_000;

    private boolean differs(Disagreements.Field field) {
        return differing.contains(field);
    }

    List<Object> vehicles() {
        List<Object> vehicles = new ArrayList<>();
        styles.forEach(style -> vehicles.add(vehicle(style)));
        return vehicles;
    }

    Map<String, Object> vehicle(Style style) {
        Price price = style.price();
        String drive = style.drive() == Drive.FOUR ? "4WD" : style.drive().name();
        String body = style.body().types().get(0).name();
        return object(
                "styleId", style.id().number(),
                "styleDescription", style.name(),
                "trim", differs(Disagreements.Field.TRIM) ? style.trim() + " Plus" : style.trim(),
                "baseMSRP", price.msrp() + (differs(Disagreements.Field.PRICE) ? 250 : 0),
                "baseInvoice", price.invoice(),
                "destinationCharge", price.destination(),
                "driveType", differs(Disagreements.Field.DRIVE) ? (drive.equals("AWD") ? "FWD" : "AWD") : drive,
                "bodyType", differs(Disagreements.Field.BODY) ? body + " (other)" : body,
                "country", style.id().country().name(),
                "mfrModelCode", style.manufacturerCode(),
                "doors", style.body().doors() + (differs(Disagreements.Field.DOORS) ? 1 : 0),
                "wheelbase", style.wheelbase(),
                "segment", List.of(style.body().market(style.drive()).name()),
                "standardGVWR", style.body().grossWeight());
    }

    List<Object> exteriorColors() {
        List<Object> colors = new ArrayList<>();
        boolean[] changed = {differs(Disagreements.Field.PAINT)};
        SharedValues.byValue(styles, Style::paints).forEach((Paint paint, List<Integer> ids) -> {
            String rgb = changed[0] ? "010203" : paint.rgb();
            changed[0] = false;
            colors.add(object(
                    "genericDesc",
                    paint.generic(),
                    "description",
                    paint.name(),
                    "colorCode",
                    paint.code(),
                    "installCause",
                    sheet.filter(built -> built.paint().equals(paint.code())).isPresent() ? "B" : "A",
                    "styles",
                    ids,
                    "rgbHexValue",
                    "#" + rgb,
                    "type",
                    1,
                    "primary",
                    true));
        });
        return colors;
    }

    List<Object> interiorColors() {
        List<Object> colors = new ArrayList<>();
        SharedValues.byValue(styles, Style::upholsteries)
                .forEach((Upholstery upholstery, List<Integer> ids) -> colors.add(object(
                        "genericDesc", upholstery.generic(),
                        "description", upholstery.name(),
                        "colorCode", upholstery.code(),
                        "installCause", "A",
                        "styles", ids)));
        return colors;
    }

    List<Object> features() {
        List<Object> features = new ArrayList<>();
        int number = FEATURES;
        for (Standard standard : Standard.all()) {
            number++;
            int id = number;
            List<Style> having = standard.among(styles, fullness);
            String cause = standard.removable() ? "R" : "S";
            SharedValues.byValue(having, style -> List.of(standard.description(style)))
                    .forEach((text, ids) -> features.add(object(
                            "id", Integer.toString(id),
                            "key", id + "-FCB",
                            "sectionId", standard.header().id(),
                            "sectionName", standard.header().name(),
                            "featureCode", "Feature",
                            "name", text,
                            "description", text,
                            "adsCategoryIds",
                                    standard.categories().stream()
                                            .map(Category::id)
                                            .toList(),
                            "adsCategoryIdDescriptions",
                                    standard.categories().stream()
                                            .map(one -> one.category().name())
                                            .toList(),
                            "benefitStatement", benefits(standard),
                            "styles", SharedValues.styles(ids, cause, true))));
        }
        for (Category category : Category.all()) {
            List<Integer> ids = category.among(styles, fullness).stream()
                    .map(style -> style.id().number())
                    .toList();
            if (!ids.isEmpty()) {
                features.add(object(
                        "id", Integer.toString(category.id()),
                        "sectionName", category.header().name(),
                        "featureCode", "Feature",
                        "name", category.category().name(),
                        "adsCategoryIds", List.of(category.id()),
                        "adsCategoryIdDescriptions", List.of(category.category().name()),
                        "styles", SharedValues.styles(ids, "A", false)));
            }
        }
        return features;
    }

    private static List<Object> benefits(Standard standard) {
        return standard.categories().isEmpty()
                ? null
                : List.of(object(
                        "title", standard.categories().get(0).category().name(),
                        "definition", "Standard on every vehicle of this style",
                        "statement", "There is nothing to pay for"));
    }

    List<Object> techSpecs() {
        List<Object> techSpecs = new ArrayList<>();
        boolean[] changed = {differs(Disagreements.Field.SPECIFICATION)};
        for (Specification specification : Specification.all()) {
            List<Style> having = specification.among(styles, fullness);
            SharedValues.byValue(having, style -> List.of(specification.value(style)))
                    .forEach((value, ids) -> {
                        boolean other =
                                changed[0] && Specification.numeric(value).isPresent();
                        changed[0] = changed[0] && !other;
                        techSpecs.add(object(
                                "id", TECH_SPECS + specification.title().id(),
                                "sectionId", specification.group().id(),
                                "sectionName", specification.group().name(),
                                "featureCode", "TechSpec",
                                "name", specification.title().name(),
                                "unitsOfMeasureAndValues",
                                        List.of(object(
                                                "unitOfMeasure",
                                                specification.unit(),
                                                "value",
                                                other ? "9" + value : value)),
                                "styles", SharedValues.styles(ids, "S", true)));
                    });
        }
        return techSpecs;
    }

    List<Object> optionCodeContent() {
        List<Object> options = new ArrayList<>();
        boolean[] changed = {differs(Disagreements.Field.OPTION_PRICE)};
        SharedValues.byValue(styles, style -> FactoryOption.of(style, fullness).stream()
                        .map(option ->
                                new Priced(option, option.oemCode(style), option.msrp(style), option.name(style)))
                        .toList())
                .forEach((priced, ids) -> {
                    int raise = changed[0] ? 77 : 0;
                    changed[0] = false;
                    options.add(object(
                            "optionCode",
                            priced.code(),
                            "group",
                            priced.option().isColor() ? "Paint" : "Additional Options",
                            "msrp",
                            priced.msrp() + raise,
                            "invoice",
                            Math.round(priced.msrp() * 0.91 / 5) * 5,
                            "optionDescription",
                            priced.name(),
                            "isStandard",
                            priced.option().standard(),
                            "installCause",
                            "A",
                            "styles",
                            ids));
                });
        return options;
    }

    private record Priced(FactoryOption option, String code, int msrp, String name) {}

    /** Recalls and crash tests. */
    List<Object> notices(boolean recalls) {
        List<Object> notices = new ArrayList<>();
        List<Integer> ids = styles.stream().map(style -> style.id().number()).toList();
        Style any = styles.get(0);
        for (ConsumerItem item : ConsumerItem.all()) {
            boolean recall = item.type().name().toLowerCase(Locale.ROOT).contains("recall");
            if (item.suits(any, fullness) && recall == recalls) {
                notices.add(
                        recall
                                ? object(
                                        "recallId", item.name(),
                                        "campaignNo", item.name(),
                                        "component", item.condition(),
                                        "recallType", "V",
                                        "summaryDescription", item.value(any),
                                        "styles", ids)
                                : object(
                                        "source", item.type().name(),
                                        "value", item.value(any),
                                        "description", item.name(),
                                        "condition", item.condition(),
                                        "styles", ids));
            }
        }
        return notices;
    }
}
