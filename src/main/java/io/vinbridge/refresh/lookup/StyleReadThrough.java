package io.vinbridge.refresh.lookup;

import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.documents.StoredDescription;
import java.util.List;
import org.springframework.stereotype.Component;

/** Read-through of styles by the vendor's number. */
@Component
class StyleReadThrough implements Refreshable<Integer, StoredDescription> {

    private final KeyedDescriptions stored;
    private final RequestKeys keys;
    private final WorkRequests asks;
    private final RefreshSettings settings;

    StyleReadThrough(KeyedDescriptions stored, RequestKeys keys, WorkRequests asks, RefreshSettings settings) {
        this.stored = stored;
        this.keys = keys;
        this.asks = asks;
        this.settings = settings;
    }

    @Override
    public StoredDescription find(Integer styleId) {
        return stored.find(keys.style(styleId), "style " + styleId, () -> asks.staleStyle(styleId));
    }

    @Override
    public PendingLookup renewed(Integer styleId) {
        return new PendingLookup(List.of(asks.forcedStyle(styleId)), settings.lookupTimeout());
    }

    @Override
    public PendingLookup wanted(Integer styleId) {
        return new PendingLookup(List.of(asks.style(styleId)), settings.lookupTimeout());
    }
}
