package io.vinbridge.gallery.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.gallery.colors.ColorMatch;
import io.vinbridge.gallery.colors.PaintColor;
import io.vinbridge.gallery.listing.Picture;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a gallery has, what is kept of it for a colour is what the whole of it gives. */
class BriefShowcaseLawsTest {

    @Property(tries = 3000)
    void isWhatTheWholeGalleryGivesInWhicheverColor(
            @ForAll("listings") List<Picture> listed, @ForAll("colors") ColorMatch color) {
        Map<String, BriefShowcase> kept = BriefShowcase.ofEachColor(listed);

        assertThat(kept.getOrDefault(BriefShowcase.key(color), kept.get(BriefShowcase.IN_NO_COLOR)))
                .isEqualTo(BriefShowcase.of(Showcase.of(listed, color)));
    }

    @Example
    void hasTheFirstSixAnglesAndCountsAll() {
        List<Picture> listed = List.of("07", "03", "01", "05", "04", "06", "02", "12").stream()
                .map(shot -> new Picture("/" + shot, null, shot, 640, 480, "White", null, null, null, null))
                .toList();

        BriefShowcase brief = BriefShowcase.ofEachColor(listed).get(BriefShowcase.IN_NO_COLOR);

        assertThat(brief.pictures()).extracting(Picture::shot).containsExactly("01", "02", "03", "04", "05", "06");
        assertThat(brief.count()).isEqualTo(8);
    }

    @Provide
    Arbitrary<List<Picture>> listings() {
        Arbitrary<Picture> picture = Combinators.combine(
                        Arbitraries.of("/1", "/2", "/3").injectNull(0.5),
                        Arbitraries.of("01", "02", "03", "12", "20", "21", "22", "23")
                                .injectNull(0.05),
                        Arbitraries.of(320, 640, 1280, 2100).injectNull(0.1),
                        Arbitraries.of("White", "Transparent").injectNull(0.1),
                        Arbitraries.of("A", "B", "C").injectNull(0.5),
                        Arbitraries.of("A", "B", "C").injectNull(0.6))
                .as((url, shot, width, background, color, second) -> new Picture(
                        url, url, shot, width, width, background, color, null, color == null ? null : second, null));
        Arbitrary<Picture> stock = Arbitraries.of("/stock").injectNull(0.5).map(url -> Picture.stock(400, 300)
                .mirrored(url, url));
        return Combinators.combine(picture.list().ofMaxSize(40), stock.list().ofMaxSize(1))
                .as((pictures, behind) ->
                        Stream.of(pictures, behind).flatMap(List::stream).toList());
    }

    @Provide
    Arbitrary<ColorMatch> colors() {
        Arbitrary<PaintColor> paint =
                Arbitraries.of("A", "B", "C", "Z").map(code -> new PaintColor(code, "Name", "101010", List.of()));
        return Combinators.combine(paint, paint.injectNull(0.5))
                .as((first, second) -> new ColorMatch(first, second, 0.9, "its name"))
                .injectNull(0.2);
    }
}
