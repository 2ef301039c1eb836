package io.vinbridge.refresh.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.chromedata.vss.VssQuestion;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.CatalogList;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.catalog.Catalog;
import io.vinbridge.vehicles.catalog.StoredCatalogList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Questions to VSS for the catalogue's lists. VSS wants the codes of makes and the names of models where ours are
 * numbers: they are looked up in the lists above, which were fetched before.
 */
@Component
class SelectorQuestions {

    private final Catalog catalog;
    private final RequestKeys keys;

    SelectorQuestions(Catalog catalog, RequestKeys keys) {
        this.catalog = catalog;
        this.keys = keys;
    }

    /**
     * The question of a list.
     *
     * @throws Failure if the list above it is not there yet
     */
    VssQuestion question(CatalogList list) {
        String[] parts = list.name().split(":", -1);
        return switch (parts[0]) {
            case "years" -> new VssQuestion.Years();
            case "divisions" -> new VssQuestion.Makes(Integer.parseInt(parts[1]));
            case "models" -> {
                int year = Integer.parseInt(parts[1]);
                yield new VssQuestion.Models(year, makeCode(year, Integer.parseInt(parts[2])));
            }
            case "styles" -> styles(Integer.parseInt(parts[1]));
            default -> throw new IllegalArgumentException("no such list: " + list.name());
        };
    }

    private String makeCode(int year, int division) {
        return catalog.find(keys.catalog(CatalogList.divisions(year).name())).map(StoredCatalogList::items).stream()
                .flatMap(SelectorQuestions::entries)
                .filter(entry -> entry.path("id").intValue() == division)
                .map(entry -> entry.path("code").asText(Integer.toString(division)))
                .findFirst()
                .orElseThrow(() -> missing("divisions of " + year));
    }

    private VssQuestion styles(int model) {
        Catalog.Place place = catalog.listWith(keys.catalog("models:"), model)
                .orElseThrow(() -> missing("models, for that with the number " + model));
        String[] parts = place.list().split(":", -1);
        int year = Integer.parseInt(parts[0]);
        return new VssQuestion.Styles(year, makeCode(year, Integer.parseInt(parts[1])), place.name());
    }

    private static Stream<JsonNode> entries(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    private static Failure missing(String what) {
        return new Failure(Reason.NOT_CARRIED, "VSS asks by names: first fetch the " + what);
    }
}
