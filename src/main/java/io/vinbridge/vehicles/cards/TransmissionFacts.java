package io.vinbridge.vehicles.cards;

import static io.vinbridge.vehicles.cards.NarrowedDescription.confirmed;
import static io.vinbridge.vehicles.cards.NarrowedDescription.listed;

import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.equipment.CategoryDefinition;
import io.vinbridge.chromedata.description.equipment.Option;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The transmission, which no member of an answer has: of each style, the option that is built in (kind 7), else the
 * sentence of the standard equipment, else the specification, else the category of generic equipment.
 */
final class TransmissionFacts {

    private static final int OPTION_KIND = 7;
    private static final List<String> NAMES = List.of("transmission", "boite", "boîte", "cvt");
    private static final Pattern NAME = Pattern.compile("(?i)\\b(?:" + String.join("|", NAMES) + ")\\b");
    private static final Pattern LABEL = Pattern.compile("(?i)^(transmission|bo[iî]te de vitesses)\\s*[:,]\\s*");
    private static final Pattern SPEEDS = Pattern.compile(
            "(?i)\\b(\\d{1,2})[- ](?:speed|spd|rapports|vitesses)|\\b(single)[- ]speed|\\b(direct) drive");
    private static final Set<String> TITLES = Set.of("Trans Description Cont.", "Trans Type", "Transmission");
    private static final Set<String> CATEGORY_TYPES = Set.of("Transmission");

    private final NarrowedDescription narrowed;

    TransmissionFacts(NarrowedDescription narrowed) {
        this.narrowed = narrowed;
    }

    Card.Transmission read() {
        List<Card.Transmission> each = narrowed.styles().stream().map(this::of).toList();
        Card.Transmission shared = new Card.Transmission(
                agreed(each, Card.Transmission::kind),
                agreed(each, Card.Transmission::speeds),
                agreed(each, Card.Transmission::text));
        return shared.kind() == null && shared.speeds() == null && shared.text() == null ? null : shared;
    }

    private static <T> T agreed(List<Card.Transmission> each, Function<Card.Transmission, T> member) {
        List<T> distinct = each.stream().map(member).distinct().limit(2).toList();
        return distinct.size() == 1 ? distinct.get(0) : null;
    }

    private Card.Transmission of(Style style) {
        return Stream.<Supplier<Stream<String>>>of(
                        () -> built(style), () -> sentences(style), () -> specified(style), () -> categories(style))
                .map(source -> told(source.get()))
                .filter(found -> !found.isEmpty())
                .map(TransmissionFacts::only)
                .findFirst()
                .orElseGet(() -> new Card.Transmission(null, null, null));
    }

    /** Those that name a kind; of several, those that name the gears too. */
    private List<Card.Transmission> told(Stream<String> texts) {
        List<Card.Transmission> named = texts.map(narrowed.index()::transmission)
                .filter(one -> one.kind() != null)
                .distinct()
                .toList();
        List<Card.Transmission> geared =
                named.stream().filter(one -> one.speeds() != null).toList();
        return geared.isEmpty() ? named : geared;
    }

    /** Of several that differ, what they agree on. */
    private static Card.Transmission only(List<Card.Transmission> found) {
        return new Card.Transmission(
                agreed(found, Card.Transmission::kind),
                agreed(found, Card.Transmission::speeds),
                agreed(found, Card.Transmission::text));
    }

    /** What a text says, whatever it is of. */
    static Card.Transmission read(String text) {
        Matcher gears = SPEEDS.matcher(text);
        Integer speeds =
                !gears.find() ? null : gears.group(1) == null ? Integer.valueOf(1) : Integer.valueOf(gears.group(1));
        return new Card.Transmission(
                ClosedWords.TRANSMISSION.of(text), speeds, LABEL.matcher(text).replaceFirst(""));
    }

    private Stream<String> built(Style style) {
        return narrowed.whole().options().stream()
                .filter(option -> Objects.equals(option.kindId(), OPTION_KIND) && confirmed(option.installed()))
                .filter(option -> NarrowedDescription.of(style, option.styleIds()))
                .map(Option::descriptions)
                .filter(texts -> !listed(texts).isEmpty())
                .map(texts -> texts.get(0));
    }

    /**
     * A sentence that begins with the word says it; one that merely has it within, such as of its cooler, only with its
     * gears.
     */
    private Stream<String> sentences(Style style) {
        List<String> all = NarrowedDescription.texts(narrowed.index().ofTransmissions(), style);
        List<String> labelled =
                all.stream().filter(text -> LABEL.matcher(text).find()).toList();
        return labelled.isEmpty()
                ? all.stream()
                        .filter(text -> SPEEDS.matcher(text).find()
                                || ClosedWords.plain(text).contains("cvt"))
                : labelled.stream();
    }

    /**
     * True if a sentence names a transmission. The pattern alone looks at each letter of each sentence of the
     * equipment, which took a sixth of a look-up.
     */
    static boolean named(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(lower::contains) && NAME.matcher(text).find();
    }

    private Stream<String> specified(Style style) {
        return TITLES.stream()
                .map(title -> narrowed.specification(style, Set.of(title)))
                .filter(Objects::nonNull);
    }

    private Stream<String> categories(Style style) {
        return listed(narrowed.whole().genericEquipment()).stream()
                .filter(one -> confirmed(one.installed()) && NarrowedDescription.of(style, one.styleIds()))
                .map(one -> one.definition())
                .filter(definition -> definition != null && transmission(definition))
                .map(definition -> definition.category().name());
    }

    private static boolean transmission(CategoryDefinition definition) {
        return NarrowedDescription.among(CATEGORY_TYPES, definition.type())
                && definition.category() != null
                && definition.category().name() != null;
    }
}
