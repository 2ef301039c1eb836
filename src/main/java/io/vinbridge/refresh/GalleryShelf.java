package io.vinbridge.refresh;

import io.vinbridge.gallery.Galleries;
import io.vinbridge.gallery.StoredGallery;
import java.util.List;
import org.springframework.stereotype.Component;

/** Styles' pictures. A style without pictures is found too, with none. */
@Component
class GalleryShelf implements Shelf<Integer, StoredGallery> {

    private final Galleries galleries;
    private final Asks asks;
    private final Serving serving;
    private final RefreshSettings settings;

    GalleryShelf(Galleries galleries, Asks asks, Serving serving, RefreshSettings settings) {
        this.galleries = galleries;
        this.asks = asks;
        this.serving = serving;
        this.settings = settings;
    }

    @Override
    public StoredGallery find(Integer styleId) {
        return galleries.find(styleId).map(serving::gallery).orElse(null);
    }

    @Override
    public Wanted wanted(Integer styleId) {
        return new Wanted(List.of(asks.gallery(styleId)), settings.patience());
    }
}
