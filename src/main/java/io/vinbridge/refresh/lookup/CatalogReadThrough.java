package io.vinbridge.refresh.lookup;

import io.vinbridge.chromedata.CallAdmission;
import io.vinbridge.refresh.CatalogList;
import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.catalog.Catalog;
import io.vinbridge.vehicles.catalog.StoredCatalogList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Read-through of the catalogue's lists. A stale list is fetched anew before it is shown; if that fails, it is shown as
 * it is (stale-if-error).
 */
@Component
class CatalogReadThrough implements ReadThrough<CatalogList, StoredCatalogList> {

    private final Catalog catalog;
    private final RequestKeys keys;
    private final WorkRequests asks;
    private final RefreshSettings settings;
    private final CallAdmission admission;

    CatalogReadThrough(
            Catalog catalog, RequestKeys keys, WorkRequests asks, RefreshSettings settings, CallAdmission admission) {
        this.admission = admission;
        this.catalog = catalog;
        this.keys = keys;
        this.asks = asks;
        this.settings = settings;
    }

    @Override
    public StoredCatalogList find(CatalogList list) {
        StoredCatalogList found = findAnyway(list);
        return found == null || found.stale() ? null : found;
    }

    @Override
    public StoredCatalogList findAnyway(CatalogList list) {
        return catalog.find(keys.catalog(list.name())).orElse(null);
    }

    @Override
    public PendingLookup wanted(CatalogList list) {
        list.ofAdsAlone().ifPresentOrElse(admission::requireAds, () -> admission.requireAccount(admission.lister()));
        return new PendingLookup(List.of(asks.catalog(list)), settings.lookupTimeout());
    }
}
