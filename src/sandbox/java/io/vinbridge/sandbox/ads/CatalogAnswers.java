package io.vinbridge.sandbox.ads;

import io.vinbridge.sandbox.ads.sections.Shapes;
import io.vinbridge.sandbox.ads.soap.AdsVersion;
import io.vinbridge.sandbox.ads.soap.Element;
import io.vinbridge.sandbox.ads.soap.Operation;
import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.catalog.DataBuilds;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.features.Category;
import io.vinbridge.sandbox.catalog.features.Specification;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.catalog.models.ModelId;
import io.vinbridge.sandbox.desk.Account;
import io.vinbridge.sandbox.text.Xml;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Answers the eight operations other than describeVehicle. What does not exist is an empty list. */
record CatalogAnswers(Catalog catalog, DataBuilds builds, Account account) {

    /** The response element. */
    Xml answer(AdsVersion version, Operation operation, Element request, Country country) {
        Xml xml = new Xml(4096).open(operation.response()).with("xmlns", version.namespace());
        xml.raw(Status.successful());
        switch (operation) {
            case VERSION_INFO -> versionInfo(xml);
            case MODEL_YEARS -> catalog.years().forEach(year -> xml.leaf("modelYear", year));
            case DIVISIONS -> list(xml, "division", catalog.divisions(request.number("modelYear")));
            case SUBDIVISIONS -> list(xml, "subdivision", catalog.subdivisions(request.number("modelYear")));
            case MODELS -> list(xml, "model", models(request));
            case STYLES -> list(xml, "style", styles(request.number("modelId"), country));
            case CATEGORY_DEFINITIONS -> Category.all().forEach(category -> Shapes.category(xml, "category", category));
            default -> Specification.all().forEach(specification -> Shapes.specification(xml, specification));
        }
        return xml.close();
    }

    /** One row for each country, whether the account may ask for it or not. */
    private void versionInfo(Xml xml) {
        for (Country country : Country.values()) {
            DataBuilds.DataBuild build = builds.current(country);
            xml.open("data")
                    .with("country", country)
                    .with("build", build.number())
                    .with("date", build.date().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                    .with("licensed", account.countries().contains(country))
                    .close();
        }
    }

    private List<IdentifiedString> models(Element request) {
        int year = request.integer("modelYear").orElseThrow();
        Optional<Integer> division = request.integer("divisionId");
        return division.isPresent()
                ? catalog.models(year, division.get())
                : catalog.modelsOfSubdivision(
                        year, request.integer("subdivisionId").orElseThrow());
    }

    private List<IdentifiedString> styles(int modelId, Country country) {
        List<Style> styles =
                ModelId.of(modelId).map(model -> catalog.styles(model, country)).orElse(List.of());
        return styles.stream()
                .map(style -> new IdentifiedString(style.id().number(), style.name()))
                .toList();
    }

    private static void list(Xml xml, String element, List<IdentifiedString> entries) {
        entries.forEach(entry -> Shapes.named(xml, element, entry));
    }
}
