package io.vinbridge.gallery.selection;

import io.vinbridge.gallery.listing.Picture;
import io.vinbridge.gallery.mirror.MirrorSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Choice, by the settings, of a style's pictures that are copied. */
@Component
public class CopyPolicy {

    private final MirrorSettings settings;

    CopyPolicy(MirrorSettings settings) {
        this.settings = settings;
    }

    public Set<Picture> wanted(List<Picture> listed) {
        Set<Picture> wanted = new LinkedHashSet<>();
        if (settings.enabled()) {
            List<Picture> inReach = listed.stream().filter(this::wanted).toList();
            for (String background : settings.backgrounds()) {
                for (int width : settings.widths()) {
                    wanted.addAll(PictureChoice.of(inReach, new PictureQuery(null, background, width, null, false)));
                }
            }
        }
        return wanted;
    }

    /**
     * True if a picture shows a shot that is copied, or is the stock image. A shot that the listing does not name
     * cannot be chosen by anybody.
     */
    private boolean wanted(Picture picture) {
        return Picture.STOCK.equals(picture.shot())
                || (picture.color() == null ? settings.viewShots() : settings.colorizedShots())
                        .contains(String.valueOf(picture.shot()));
    }
}
