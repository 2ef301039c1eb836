package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.catalog.models.ModelId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The documents that lead from a country down to a body type: years, divisions, models, body types. */
record Crawl(Catalog catalog, Supplier<String> base) {

    /**
     * The links of a document, by the decoded segments of its path: country, year, division, model. Empty if there is
     * no such place.
     */
    Optional<Node> links(List<String> path) {
        Stream<String> texts =
                switch (path.size()) {
                    case 1 -> catalog.years().stream().map(String::valueOf);
                    case 2 -> catalog.divisions(year(path)).stream().map(IdentifiedString::name);
                    case 3 -> models(path).map(IdentifiedString::name);
                    default -> styles(path).stream().map(Crawl::bodyType).distinct();
                };
        String link =
                List.of("yearLink", "divisionLink", "modelLink", "bodyTypeLink").get(path.size() - 1);
        List<Node> links = texts.map(text -> link(link, path, text)).toList();
        return links.isEmpty() ? Optional.empty() : Optional.of(Node.document("links", links));
    }

    /** The style whose gallery stands for a body type, by a path of five. */
    Optional<Style> style(List<String> path) {
        return styles(path).stream()
                .filter(style -> bodyType(style).equals(path.get(4)))
                .findFirst();
    }

    private Stream<IdentifiedString> models(List<String> path) {
        return catalog.divisions(year(path)).stream()
                .filter(division -> division.name().equals(path.get(2)))
                .flatMap(division -> catalog.models(year(path), division.id()).stream());
    }

    private List<Style> styles(List<String> path) {
        Country country = Country.of(path.get(0)).orElseThrow();
        return models(path)
                .filter(model -> model.name().equals(path.get(3)))
                .findFirst()
                .flatMap(model -> ModelId.of(model.id()))
                .map(model -> catalog.styles(model, country))
                .orElse(List.of());
    }

    private Node link(String name, List<String> path, String text) {
        StringBuilder address = new StringBuilder(base.get());
        Stream.concat(path.stream(), Stream.of(text))
                .forEach(segment -> address.append('/').append(encoded(segment)));
        return new Node(name, Map.of("href", address.append(".json").toString()), text, List.of());
    }

    private static String bodyType(Style style) {
        return style.body().types().get(0).name();
    }

    private static int year(List<String> path) {
        return path.get(1).matches("\\d{4}") ? Integer.parseInt(path.get(1)) : 0;
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
