package io.vinbridge.refresh;

import io.vinbridge.vehicles.Catalog;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.StoredList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalogue's lists. An old one is fetched anew before it is shown; it is shown where that fails. */
@Component
class CatalogShelf implements Shelf<CatalogList, StoredList> {

    private final Catalog catalog;
    private final RequestKeys keys;
    private final Asks asks;
    private final RefreshSettings settings;

    CatalogShelf(Catalog catalog, RequestKeys keys, Asks asks, RefreshSettings settings) {
        this.catalog = catalog;
        this.keys = keys;
        this.asks = asks;
        this.settings = settings;
    }

    @Override
    public StoredList find(CatalogList list) {
        StoredList found = findAnyway(list);
        return found == null || found.stale() ? null : found;
    }

    @Override
    public StoredList findAnyway(CatalogList list) {
        return catalog.find(keys.catalog(list.name())).orElse(null);
    }

    @Override
    public Wanted wanted(CatalogList list) {
        return new Wanted(List.of(asks.catalog(list)), settings.patience());
    }
}
