package io.vinbridge.gallery.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.gallery.colors.ColorMatch;
import io.vinbridge.gallery.colors.PaintColor;
import io.vinbridge.gallery.listing.Picture;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which pictures a wish gets. */
class PictureChoiceTest {

    private static final PaintColor WHITE = new PaintColor("YZ", "Oxford White", "F7F8F8", List.of("White"));
    private static final PaintColor BLACK = new PaintColor("G1", "Shadow Black", "101114", List.of("Black"));
    private static final PaintColor RED = new PaintColor("RR", "Ruby Red", "7A1420", List.of("Red"));

    private static final List<Picture> PICTURES = Stream.of(
                    picture("01", 320, "White", null, null),
                    picture("01", 1280, "White", null, null),
                    picture("12", 640, "White", null, null),
                    picture("01", 640, "Transparent", "YZ", null),
                    picture("01", 640, "White", "YZ", null),
                    picture("01", 640, "White", "G1", null),
                    picture("01", 640, "White", "YZ", "G1"))
            .toList();

    @Test
    void isAllThereAreWhereNothingIsWished() {
        assertThat(PictureChoice.of(PICTURES, PictureQuery.ALL)).isEqualTo(PICTURES);
    }

    @Test
    void isInTheColorWhereThereAreAnyAndInNoneWhereNot() {
        assertThat(inColor(WHITE, null))
                .extracting(Picture::shot, Picture::color, Picture::secondaryColor)
                .containsOnly(
                        org.assertj.core.api.Assertions.tuple("01", "YZ", null),
                        org.assertj.core.api.Assertions.tuple("12", null, null));
    }

    @Test
    void isNeverInAnotherColor() {
        assertThat(inColor(RED, null))
                .allMatch(picture -> picture.color() == null)
                .hasSize(3);
        assertThat(PictureChoice.of(PICTURES, new PictureQuery(null, null, null, null, true)))
                .allMatch(picture -> picture.color() == null);
    }

    @Test
    void isTwoToneOnlyForBothOfItsColors() {
        assertThat(inColor(WHITE, BLACK))
                .filteredOn(picture -> picture.color() != null)
                .containsExactly(PICTURES.get(6));
        assertThat(inColor(BLACK, WHITE)).contains(PICTURES.get(6));
        assertThat(inColor(BLACK, null)).doesNotContain(PICTURES.get(6));
    }

    @Test
    void isTheNextLargerElseTheNextSmaller() {
        assertThat(views(640)).extracting(Picture::width).containsExactly(1280, 640);
        assertThat(views(2100)).extracting(Picture::width).containsExactly(1280, 640);
        assertThat(views(1)).extracting(Picture::width).containsExactly(320, 640);
    }

    @Test
    void isOnAnotherBackgroundRatherThanMissing() {
        assertThat(PictureChoice.of(PICTURES, new PictureQuery(null, "Transparent", null, null, false)))
                .extracting(Picture::background)
                .containsOnlyOnce("Transparent")
                .contains("White");
    }

    @Property
    void hasEachShotOnceInEverySize(@ForAll @IntRange(min = 1, max = 3000) int width) {
        List<Picture> chosen = PictureChoice.of(
                PICTURES, new PictureQuery(null, "White", width, new ColorMatch(WHITE, null, 1, ""), true));

        assertThat(chosen).extracting(Picture::shot).containsExactly("01", "12");
    }

    private static List<Picture> views(int width) {
        List<Picture> views =
                PICTURES.stream().filter(picture -> picture.color() == null).toList();
        return PictureChoice.of(views, new PictureQuery(null, null, width, null, false));
    }

    private static List<Picture> inColor(PaintColor color, PaintColor second) {
        return PictureChoice.of(
                PICTURES, new PictureQuery(null, null, null, new ColorMatch(color, second, 1, ""), true));
    }

    private static Picture picture(String shot, int width, String background, String color, String second) {
        return new Picture(null, null, shot, width, width * 3 / 4, background, color, null, second, null);
    }
}
