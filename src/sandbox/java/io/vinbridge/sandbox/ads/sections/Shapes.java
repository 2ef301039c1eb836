package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.features.Category;
import io.vinbridge.sandbox.catalog.features.Specification;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.text.Xml;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The types that several elements of a reply are made of. */
public final class Shapes {

    private Shapes() {}

    /** An IdentifiedString. */
    public static Xml named(Xml xml, String element, IdentifiedString named) {
        return xml.open(element).with("id", named.id()).text(named.name()).close();
    }

    /** A Range from the least to the greatest of the values. */
    static <T> Xml range(Xml xml, String element, List<T> of, ToDoubleFunction<T> value) {
        return xml.open(element)
                .with("low", of.stream().mapToDouble(value).min().orElseThrow())
                .with("high", of.stream().mapToDouble(value).max().orElseThrow())
                .close();
    }

    static Xml styleIds(Xml xml, List<Style> styles) {
        for (Style style : styles) {
            xml.leaf("styleId", style.id().number());
        }
        return xml;
    }

    /** An InstallationCause, if there is one. */
    static Xml installed(Xml xml, Optional<String> cause) {
        cause.ifPresent(why -> xml.open("installed").with("cause", why).close());
        return xml;
    }

    public static Xml category(Xml xml, String element, Category category) {
        xml.open(element);
        named(xml, "group", category.group());
        named(xml, "header", category.header());
        named(xml, "category", category.category());
        if (category.type() != null) {
            named(xml, "type", category.type());
        }
        return xml.close();
    }

    /** References to categories by their ids. */
    static Xml categories(Xml xml, List<Category> categories) {
        categories.forEach(
                category -> xml.open("category").with("id", category.id()).close());
        return xml;
    }

    public static Xml specification(Xml xml, Specification specification) {
        xml.open("definition").with("measurementUnit", specification.unit().isEmpty() ? null : specification.unit());
        named(xml, "group", specification.group());
        named(xml, "header", specification.header());
        return named(xml, "title", specification.title()).close();
    }
}
