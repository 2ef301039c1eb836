package io.vinbridge.gallery.colors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which colour a text means, by a table of questions. */
class ColorMatchingTest {

    private static final List<PaintColor> COLORS = List.of(
            color("YZ", "Oxford White", "F7F8F8", "White"),
            color("UG", "White Platinum Tri-Coat", "EFEDE6", "White"),
            color("040", "Super White", "F8F9FB", "White"),
            color("G1", "Shadow Black", "101114", "Black"),
            color("UX", "Ingot Silver", "B9BCBE", "Silver"),
            color("J7", "Magnetic", "54585C", "Gray"),
            color("RR", "Ruby Red", "7A1420", "Red"),
            color("D4", "Rapid Red Tinted Clearcoat", "8B1421", "Red"),
            color("3T3", "Barcelona Red", "8E1B26", "Red"),
            color("B3", "Atlas Blue", "1E4A86", "Blue"),
            color("N6", "Blue Jeans", "28405E", "Blue"),
            color("HUN", "Hunter", "24382E", "Green"),
            color("4T8", "Sandy Beach", "B8A98D", "Tan"),
            color("E6", "Competition Orange", "E2591C", "Orange"),
            color("PYB", "Solar Yellow", "F2C52B", "Yellow"));

    private record Question(String asked, String expected, String reason) {}

    @Test
    void findsTheColorThatIsMeantAndSaysWhy() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Question> questions = questions();
        for (Question question : questions) {
            Optional<ColorMatch> match = ColorMatching.match(question.asked(), COLORS);
            String found = match.map(ColorMatchingTest::codes).orElse("none");
            String reason = match.map(ColorMatch::reason).orElse("");
            if (!found.equals(question.expected()) || !reason.contains(question.reason())) {
                wrong.add(question + " but was " + found + ": " + reason);
            }
        }
        assertThat(questions).hasSizeGreaterThanOrEqualTo(60);
        assertThat(wrong).isEmpty();
    }

    @Test
    void isSurerOfACodeThanOfANameThanOfAnEverydayNameThanOfATypingError() {
        List<Double> scores = List.of("YZ", "Oxford White", "Blanc Oxford", "Oxford", "white", "wihte").stream()
                .map(asked -> ColorMatching.match(asked, COLORS).orElseThrow().score())
                .toList();

        assertThat(scores).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(scores).doesNotHaveDuplicates().allMatch(score -> score > 0 && score <= 1);
    }

    @Test
    void goesByWhatItLooksLikeWhereOnlyCodesAreKnown() {
        List<PaintColor> bare = COLORS.stream()
                .map(color -> new PaintColor(color.code(), null, color.rgb(), List.of()))
                .toList();

        assertThat(ColorMatching.match("white", bare).map(ColorMatchingTest::codes))
                .contains("YZ");
        assertThat(ColorMatching.match("yellow", bare).map(ColorMatchingTest::codes))
                .contains("PYB");
        assertThat(ColorMatching.match("purple", bare)).isEmpty();
    }

    @Test
    void findsNothingAmongNone() {
        assertThat(ColorMatching.match("white", List.of())).isEmpty();
        assertThat(ColorMatching.match("  ", COLORS)).isEmpty();
    }

    private static String codes(ColorMatch match) {
        return match.color().code()
                + (match.secondary() == null ? "" : "/" + match.secondary().code());
    }

    private static List<Question> questions() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/gallery/color-questions.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ?", 3))
                .map(parts -> new Question(parts[0], parts[1].strip(), parts[2]))
                .toList();
    }

    private static PaintColor color(String code, String name, String rgb, String generic) {
        return new PaintColor(code, name, rgb, List.of(generic));
    }
}
