package io.vinbridge.refresh.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.refresh.CatalogList;
import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.catalog.Catalog;
import io.vinbridge.vehicles.catalog.StoredCatalogList;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes down the catalogue as far as it is stored and fresh, and asks for the lists where it is not; each list that
 * comes in sends the walk on from there.
 */
@Component
public class CatalogSync {

    private final Catalog catalog;
    private final RequestKeys keys;
    private final WorkQueue queue;
    private final WorkRequests asks;
    private final RefreshSettings.CatalogSync settings;

    CatalogSync(Catalog catalog, RequestKeys keys, WorkQueue queue, WorkRequests asks, RefreshSettings settings) {
        this.catalog = catalog;
        this.keys = keys;
        this.queue = queue;
        this.asks = asks;
        this.settings = settings.catalogSync();
    }

    /** The walk from the top. */
    @Transactional
    public void walk(@Variable("claim") Claim claim) {
        List<WorkRequest> missing = new ArrayList<>();
        visit(CatalogList.years(), claim, missing);
        queue.finish(claim);
        queue.ask(missing);
    }

    /** The walk on from a list that was stored just now, in the caller's transaction. */
    public void walkOn(CatalogList list, Claim claim) {
        List<WorkRequest> missing = new ArrayList<>();
        fresh(list).ifPresent(items -> children(list, items).forEach(child -> visit(child, claim, missing)));
        queue.ask(missing);
    }

    private void visit(CatalogList list, Claim claim, List<WorkRequest> missing) {
        Optional<JsonNode> items = fresh(list);
        if (items.isEmpty()) {
            missing.add(asks.sync(list, claim.correlationId()));
        } else {
            children(list, items.get()).forEach(child -> visit(child, claim, missing));
        }
    }

    private Optional<JsonNode> fresh(CatalogList list) {
        return catalog.find(keys.catalog(list.name()))
                .filter(stored -> !stored.stale())
                .map(StoredCatalogList::items);
    }

    private List<CatalogList> children(CatalogList list, JsonNode items) {
        String[] name = list.name().split(":", -1);
        return switch (name[0]) {
            case "years" ->
                numbers(items).stream()
                        .filter(this::recent)
                        .map(CatalogList::divisions)
                        .toList();
            case "divisions" ->
                ids(items).stream()
                        .map(division -> CatalogList.models(Integer.parseInt(name[1]), division))
                        .toList();
            case "models" ->
                settings.styles() ? ids(items).stream().map(CatalogList::styles).toList() : List.of();
            default -> List.of();
        };
    }

    private boolean recent(int year) {
        return year > Year.now(ZoneOffset.UTC).getValue() + 1 - settings.years();
    }

    private static List<Integer> numbers(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(JsonNode::intValue)
                .toList();
    }

    private static List<Integer> ids(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("id").intValue())
                .toList();
    }
}
