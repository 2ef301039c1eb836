package io.vinbridge.refresh.lookup;

import io.vinbridge.gallery.Galleries;
import io.vinbridge.gallery.listing.StoredGallery;
import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.refresh.queue.WorkRequests;
import java.util.List;
import org.springframework.stereotype.Component;

/** Read-through of styles' pictures. A style without pictures is found too, with none. */
@Component
class GalleryReadThrough implements ReadThrough<Integer, StoredGallery> {

    private final Galleries galleries;
    private final WorkRequests asks;
    private final ReadSideEffects serving;
    private final RefreshSettings settings;

    GalleryReadThrough(Galleries galleries, WorkRequests asks, ReadSideEffects serving, RefreshSettings settings) {
        this.galleries = galleries;
        this.asks = asks;
        this.serving = serving;
        this.settings = settings;
    }

    @Override
    public StoredGallery find(Integer styleId) {
        return galleries.find(styleId).map(serving::gallery).orElse(null);
    }

    /** Null where nobody looked yet. */
    @Override
    public StoredGallery recall(Integer styleId) {
        return galleries.find(styleId).orElse(null);
    }

    @Override
    public PendingLookup wanted(Integer styleId) {
        return new PendingLookup(List.of(asks.gallery(styleId)), settings.lookupTimeout());
    }
}
