package io.vinbridge.sandbox.catalog;

import io.vinbridge.sandbox.catalog.models.Draw;
import io.vinbridge.sandbox.catalog.models.Table;
import java.util.List;
import java.util.stream.IntStream;

/** An interior color: the manufacturer's code and name with the material, and the plain name of the color. */
public record Upholstery(String code, String name, String generic) {

    private static final List<Upholstery> UPHOLSTERIES = Table.rows("upholstery").stream()
            .map(row -> new Upholstery(row.text("code"), row.text("name"), row.text("generic")))
            .toList();

    /** Two to five interiors, shared by the styles of a trim. */
    static List<Upholstery> of(Style style) {
        Draw draw = Draw.of("upholstery").with(style.id().model().number()).with(style.rank());
        int first = draw.below(UPHOLSTERIES.size());
        int count = 2 + draw.with(1).below(4);
        return IntStream.range(first, first + count)
                .mapToObj(at -> UPHOLSTERIES.get(at % UPHOLSTERIES.size()))
                .toList();
    }
}
