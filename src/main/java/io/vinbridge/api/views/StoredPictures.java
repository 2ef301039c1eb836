package io.vinbridge.api.views;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.gallery.listing.Picture;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Pictures of styles as they are stored: nobody is asked for those that are not listed yet. */
@Component
class StoredPictures {

    private static final Listed NONE = new Listed(List.of(), "none");

    /** For so long a list shows pictures as they were; more of it is read at once than of one vehicle. */
    private static final Duration LISTED_FOR = Duration.ofSeconds(20);

    private static final int MOST_LISTED = 500;

    private final Galleries galleries;
    private final Cache<Integer, List<Picture>> lately = Caffeine.newBuilder()
            .maximumSize(MOST_LISTED)
            .expireAfterWrite(LISTED_FOR)
            .build();

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
        return galleries.of(List.of(styleId)).stream()
                .findFirst()
                .map(gallery -> {
                    List<String> copies =
                            gallery.pictures().stream().map(Picture::url).toList();
                    return new Listed(gallery.pictures(), styleId + "/" + gallery.version() + "/" + copies.hashCode());
                })
                .orElse(NONE);
    }

    /** Those of the styles of a list, as they were some seconds ago; of a style without any there is none. */
    Map<Integer, List<Picture>> of(Collection<Integer> styles) {
        return lately.getAll(styles, missing -> {
            Map<Integer, List<Picture>> read = new HashMap<>();
            missing.forEach(styleId -> read.put(styleId, List.of()));
            galleries.of(read.keySet()).forEach(gallery -> read.put(gallery.styleId(), gallery.pictures()));
            return read;
        });
    }
}
