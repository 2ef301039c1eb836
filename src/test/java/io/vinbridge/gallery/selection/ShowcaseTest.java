package io.vinbridge.gallery.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.gallery.colors.ColorMatch;
import io.vinbridge.gallery.colors.PaintColor;
import io.vinbridge.gallery.listing.Picture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which picture stands for a vehicle, and which others show it. */
class ShowcaseTest {

    private static final ColorMatch WHITE =
            new ColorMatch(new PaintColor("YZ", "Oxford White", "F7F8F8", List.of("White")), null, 1, "its name");

    @Test
    void beginsWithTheFrontViewInTheKnownColor() {
        assertThat(shown(WHITE, copied("02", "YZ"), copied("12", null), copied("01", null), copied("01", "YZ")))
                .containsExactly("01 YZ copied", "02 YZ copied", "12 null copied");
    }

    @Test
    void isInNoParticularColorWhereNoneIsKnown() {
        assertThat(shown(null, copied("01", "YZ"), copied("02", null), copied("01", null)))
                .containsExactly("01 null copied", "02 null copied");
    }

    @Test
    void showsACopiedViewInNoColorUntilTheOneInTheKnownColorIsCopied() {
        assertThat(shown(WHITE, listed("01", "YZ"), copied("01", null), listed("02", "YZ")))
                .containsExactly("01 null copied", "02 YZ");
    }

    @Test
    void neverShowsAnotherColorThoughItIsCopied() {
        assertThat(shown(WHITE, copied("01", "G1"), listed("01", "YZ"), listed("01", null)))
                .containsExactly("01 YZ");
    }

    @Test
    void hasNoAngleTwiceWhateverSizesAndBackgroundsAreCopied() {
        assertThat(shown(
                        WHITE,
                        new Picture("/1", null, "01", 1280, 960, "Transparent", "YZ", null, null, null),
                        new Picture("/2", null, "01", 320, 240, "White", "YZ", null, null, null),
                        new Picture("/3", null, "01", 640, 480, "White", "YZ", null, null, null)))
                .containsExactly("01 YZ copied");
        assertThat(Showcase.of(
                                List.of(
                                        new Picture("/1", null, "01", 1280, 960, "Transparent", null, null, null, null),
                                        new Picture("/2", null, "01", 320, 240, "White", null, null, null, null),
                                        new Picture("/3", null, "01", 640, 480, "White", null, null, null, null)),
                                null)
                        .pictures())
                .extracting(Picture::url)
                .containsExactly("/3");
    }

    @Test
    void isTheStockImageWhereNoPictureOfAGalleryMayBeShown() {
        Picture stock = Picture.stock(400, 300).mirrored("/api/v1/media/2", "likeness");

        assertThat(shown(WHITE, stock)).containsExactly("stock null copied");
        assertThat(shown(WHITE, copied("01", "G1"), stock)).containsExactly("stock null copied");
        assertThat(shown(WHITE, listed("01", null), stock)).containsExactly("01 null");
    }

    @Test
    void showsAPictureOfNoNamedShotBehindAllOthers() {
        assertThat(shown(WHITE, copied(null, null), copied("12", null), listed("01", null)))
                .containsExactly("12 null copied", "null null copied", "01 null");
    }

    @Test
    void isEmptyWhereNothingIsListed() {
        assertThat(shown(WHITE)).isEmpty();
    }

    private static List<String> shown(ColorMatch color, Picture... listed) {
        return Showcase.of(List.of(listed), color).pictures().stream()
                .map(picture -> Stream.of(picture.shot(), picture.color(), picture.url() == null ? null : "copied"))
                .map(words -> words.map(String::valueOf)
                        .reduce((one, other) -> one + " " + other)
                        .orElseThrow())
                .map(text -> text.endsWith(" null") ? text.substring(0, text.length() - 5) : text)
                .toList();
    }

    private static Picture copied(String shot, String color) {
        return new Picture("/api/v1/media/1", null, shot, 640, 480, "White", color, null, null, null);
    }

    private static Picture listed(String shot, String color) {
        return copied(shot, color).at(null);
    }
}
