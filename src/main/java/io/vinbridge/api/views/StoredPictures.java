package io.vinbridge.api.views;

import io.vinbridge.gallery.Galleries;
import io.vinbridge.gallery.listing.Picture;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pictures of styles as they are stored: nobody is asked for those that are not listed yet. */
@Component
class StoredPictures {

    private static final Listed NONE = new Listed(List.of(), "none");

    private final Galleries galleries;

    StoredPictures(Galleries galleries) {
        this.galleries = galleries;
    }

    /** Pictures, and what of them changes when they do. */
    record Listed(List<Picture> pictures, String version) {}

    /** None where {@code styleId} is null or nobody looked yet. */
    Listed of(Integer styleId) {
        if (styleId == null) {
            return NONE;
        }
        return galleries
                .find(styleId)
                .map(gallery -> {
                    long copied = gallery.pictures().stream()
                            .filter(picture -> picture.url() != null)
                            .count();
                    return new Listed(gallery.pictures(), styleId + "/" + gallery.version() + "/" + copied);
                })
                .orElse(NONE);
    }
}
