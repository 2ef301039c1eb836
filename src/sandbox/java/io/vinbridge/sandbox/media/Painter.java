package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.media.studio.Interior;
import io.vinbridge.sandbox.media.studio.Studio;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/** Painter of looks: a car in its colors from the shot's angle, or a part of an interior. */
final class Painter {

    private static final Color PLAIN = new Color(0x8A9096);

    private final Studio studio = new Studio();

    BufferedImage paint(Look look) {
        Shot shot = look.shot();
        if (shot.inside()) {
            return Interior.part(shot.left(), shot.top(), shot.wide(), look.width(), look.height());
        }
        List<Color> paints = look.paints().stream()
                .map(rgb -> new Color(Integer.parseInt(rgb, 16)))
                .toList();
        Color body = paints.isEmpty() ? PLAIN : paints.get(0);
        return studio.car(
                look.drawing(),
                shot.heading(),
                look.width(),
                look.height(),
                body,
                paints.size() > 1 ? paints.get(1) : body,
                look.background() == Background.TRANSPARENT);
    }
}
