package io.vinbridge.refresh.lookup;

import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.vehicles.documents.StoredDescription;
import io.vinbridge.vehicles.registry.StaleIfErrorCache;
import java.util.List;
import org.springframework.stereotype.Component;

/** Read-through of styles by the vendor's number. */
@Component
class StyleReadThrough implements Refreshable<Integer, StoredDescription> {

    private final Descriptions descriptions;
    private final RequestKeys keys;
    private final StaleIfErrorCache lastServed;
    private final WorkRequests asks;
    private final ReadSideEffects serving;
    private final RefreshSettings settings;

    StyleReadThrough(
            Descriptions descriptions,
            RequestKeys keys,
            StaleIfErrorCache lastServed,
            WorkRequests asks,
            ReadSideEffects serving,
            RefreshSettings settings) {
        this.descriptions = descriptions;
        this.keys = keys;
        this.lastServed = lastServed;
        this.asks = asks;
        this.serving = serving;
        this.settings = settings;
    }

    @Override
    public StoredDescription find(Integer styleId) {
        try {
            return stored(styleId);
        } catch (DatabaseUnavailable e) {
            return lastServed.description(keys.style(styleId)).orElseThrow(() -> e);
        }
    }

    private StoredDescription stored(Integer styleId) {
        StoredDescription style = descriptions.style(styleId).orElse(null);
        if (style != null && style.look().notCarried()) {
            throw new Failure(Reason.NOT_CARRIED, StandIns.detail("style " + styleId, style.look()));
        }
        return style == null || style.document() == null
                ? null
                : serving.description(style, () -> asks.staleStyle(styleId));
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
