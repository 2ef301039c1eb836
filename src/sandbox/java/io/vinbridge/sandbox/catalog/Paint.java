package io.vinbridge.sandbox.catalog;

import io.vinbridge.sandbox.catalog.models.Draw;
import io.vinbridge.sandbox.catalog.models.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An exterior color: the manufacturer's code and name, six hexadecimal digits for the screen, the plain name of the
 * color.
 */
public record Paint(String code, String name, String rgb, String generic) {

    private static final List<Paint> PAINTS = Table.rows("paints").stream()
            .map(row -> new Paint(row.text("code"), row.text("name"), row.text("rgb"), row.text("generic")))
            .toList();
    private static final int FEWEST = 4;
    private static final int MOST = 12;

    /** The paint of a code, if there is one; codes are the same for every make. */
    public static Optional<Paint> coded(String code) {
        return PAINTS.stream().filter(paint -> paint.code().equals(code)).findFirst();
    }

    /**
     * The colors of a style. All styles of a model and year share them, but for one that a new data build may have
     * exchanged.
     */
    static List<Paint> of(Style style) {
        Draw draw = Draw.of("paint").with(style.id().model().number());
        List<Paint> paints = distinct(draw, FEWEST + draw.below(MOST - FEWEST + 1));
        if (style.revision() > 0) {
            paints.remove(paints.size() - 1);
            addAnother(paints, draw.with(style.id().number()).with(style.revision()));
        }
        return List.copyOf(paints);
    }

    private static List<Paint> distinct(Draw draw, int count) {
        List<Paint> paints = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            addAnother(paints, draw.with(at));
        }
        return paints;
    }

    private static void addAnother(List<Paint> paints, Draw draw) {
        int first = draw.below(PAINTS.size());
        for (int step = 0; step < PAINTS.size(); step++) {
            Paint paint = PAINTS.get((first + step) % PAINTS.size());
            if (!paints.contains(paint)) {
                paints.add(paint);
                return;
            }
        }
    }
}
