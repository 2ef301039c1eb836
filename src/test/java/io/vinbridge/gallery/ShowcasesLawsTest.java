package io.vinbridge.gallery;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.media.ListedPicture;
import io.vinbridge.gallery.colors.ColorMatch;
import io.vinbridge.gallery.colors.PaintColor;
import io.vinbridge.gallery.listing.Picture;
import io.vinbridge.gallery.listing.PictureName;
import io.vinbridge.gallery.listing.StoredGallery;
import io.vinbridge.gallery.selection.BriefShowcase;
import io.vinbridge.gallery.selection.Showcase;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever happens to listings, stock images and copies, and in whichever order, showcases are those of what is stored.
 */
class ShowcasesLawsTest {

    private static final Node NODE = World.shared().node();
    private static final JdbcTemplate JDBC = NODE.bean(JdbcTemplate.class);
    private static final Galleries GALLERIES = NODE.bean(Galleries.class);
    private static final Showcases SHOWCASES = NODE.bean(Showcases.class);
    private static final AtomicInteger STYLES = new AtomicInteger(70_000_000);

    private static final List<ColorMatch> COLORS = colors();

    /** Pictures of two vehicles' files, which several styles may list, and of addresses that name no file. */
    private static final List<ListedPicture> PICTURES = pictures();

    private enum Kind {
        LIST,
        NAME_STOCK,
        FORGET_STOCK,
        COPY,
        BREAK,
        MEND,
        LIKEN,
        UNCOPY,
        UNLIST
    }

    private record Event(Kind kind, int style, int one, int other) {}

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void areAlwaysThoseOfTheWholeGalleries(@ForAll("stories") List<Event> story) {
        int first = STYLES.getAndAdd(2);
        JDBC.update("DELETE FROM pictures");
        JDBC.update("DELETE FROM images");
        List<Event> until = new ArrayList<>();
        for (Event event : story) {
            happen(event, first + event.style());
            until.add(event);
            assertThat(shown(first)).as("%s", until).isEqualTo(whole(first));
        }
    }

    @Example
    void areMadeAnewOnceACopyIsThereThatWasBeingWrittenWhileTheyWereMade() {
        int first = STYLES.getAndAdd(2);
        happen(new Event(Kind.LIST, 0, 0, PICTURES.size()), first);

        NODE.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            happen(new Event(Kind.COPY, 0, 0, 90), first);
            assertThat(CompletableFuture.supplyAsync(() -> shown(first)).join())
                    .isEqualTo(CompletableFuture.supplyAsync(() -> whole(first)).join());
        });

        assertThat(shown(first)).isEqualTo(whole(first));
        assertThat(whole(first).values())
                .anyMatch(showcase -> showcase.pictures().stream().anyMatch(picture -> picture.url() != null));
    }

    @Example
    void areKeptForTheNextReader() {
        int first = STYLES.getAndAdd(2);
        happen(new Event(Kind.LIST, 0, 0, PICTURES.size()), first);
        shown(first);
        String kept =
                "SELECT string_agg(xmin::text || color, ' ' ORDER BY color) FROM showcases WHERE style_id = " + first;
        String before = JDBC.queryForObject(kept, String.class);

        shown(first);

        assertThat(before).isNotNull().isEqualTo(JDBC.queryForObject(kept, String.class));
    }

    private static void happen(Event event, int style) {
        String name = PictureName.of(style, PICTURES.get(event.one() % PICTURES.size()));
        int image = event.other() % 4;
        switch (event.kind()) {
            case LIST ->
                GALLERIES.store(Map.of(
                        style,
                        PICTURES.subList(
                                Math.min(event.one() % PICTURES.size(), event.other() % PICTURES.size()),
                                Math.max(event.one() % PICTURES.size(), event.other() % PICTURES.size()) + 1)));
            case UNLIST -> JDBC.update("DELETE FROM galleries WHERE style_id = ?", style);
            case NAME_STOCK ->
                JDBC.update(
                        "INSERT INTO stock_images VALUES (?, ?, 'https://a.example', ?, 300) ON CONFLICT (style_id) DO UPDATE SET name = excluded.name, width = excluded.width",
                        style,
                        name,
                        400 + image);
            case FORGET_STOCK -> JDBC.update("DELETE FROM stock_images WHERE style_id = ?", style);
            case COPY -> {
                JDBC.update(
                        "INSERT INTO images (hash, type, width, height, length, placeholder) VALUES (sha256(?::text::bytea), 'image/png', 1, 1, 1, ?) ON CONFLICT (hash) DO UPDATE SET broken = false",
                        image,
                        "like " + image);
                JDBC.update(
                        "INSERT INTO pictures (name, hash) VALUES (?, sha256(?::text::bytea)) ON CONFLICT (name) DO UPDATE SET hash = excluded.hash",
                        name,
                        image);
            }
            case BREAK -> JDBC.update("UPDATE images SET broken = true WHERE hash = sha256(?::text::bytea)", image);
            case MEND -> JDBC.update("UPDATE images SET broken = false WHERE hash = sha256(?::text::bytea)", image);
            case LIKEN ->
                JDBC.update(
                        "UPDATE images SET placeholder = ? WHERE hash = sha256(?::text::bytea)",
                        "like " + event.one(),
                        image);
            case UNCOPY -> JDBC.update("DELETE FROM pictures WHERE name = ?", name);
        }
    }

    private static Map<Showcases.Wanted, BriefShowcase> shown(int first) {
        return SHOWCASES.of(wanted(first).keySet());
    }

    private static Map<Showcases.Wanted, BriefShowcase> whole(int first) {
        Map<Integer, List<Picture>> listed = GALLERIES.of(List.of(first, first + 1)).stream()
                .collect(toMap(StoredGallery::styleId, StoredGallery::pictures));
        return wanted(first).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        one -> BriefShowcase.of(Showcase.of(
                                listed.getOrDefault(one.getKey().styleId(), List.of()),
                                one.getValue().isEmpty()
                                        ? null
                                        : one.getValue().iterator().next()))));
    }

    /** Each style in each colour; of two-tones either may be named first. */
    private static Map<Showcases.Wanted, Set<ColorMatch>> wanted(int first) {
        Map<Showcases.Wanted, Set<ColorMatch>> wanted = new HashMap<>();
        for (int style : List.of(first, first + 1)) {
            wanted.put(Showcases.Wanted.of(style, null), Set.of());
            COLORS.forEach(color -> wanted.put(Showcases.Wanted.of(style, color), Set.of(color)));
        }
        return wanted;
    }

    private static List<ColorMatch> colors() {
        PaintColor a = new PaintColor("A", "Alpine", "FFFFFF", List.of());
        PaintColor b = new PaintColor("B", "Black", "000000", List.of());
        PaintColor z = new PaintColor("Z", "Zinc", "808080", List.of());
        return List.of(
                new ColorMatch(a, null, 1, ""),
                new ColorMatch(b, null, 1, ""),
                new ColorMatch(z, null, 1, ""),
                new ColorMatch(b, a, 1, ""),
                new ColorMatch(z, a, 1, ""));
    }

    private static List<ListedPicture> pictures() {
        List<ListedPicture> pictures = new ArrayList<>();
        for (String color : new String[] {null, "A", "B", "A B"}) {
            for (String shot : List.of("01", "02", "12")) {
                for (int width : new int[] {640, 1280}) {
                    String file = color == null
                            ? "file-" + shot + "-" + width
                            : "cc_2020HOC0" + (color.length() > 1 ? "15801" : "15800") + "_" + shot + "_" + width + "_"
                                    + color.replace(" ", "_") + ".png";
                    pictures.add(new ListedPicture(
                            "https://media.example/a/" + file + "?signed",
                            shot,
                            width,
                            width,
                            width == 640 ? "White" : "Transparent",
                            color == null ? null : color.substring(0, 1),
                            null,
                            color != null && color.length() > 1 ? color.substring(2) : null,
                            null));
                }
            }
        }
        return List.copyOf(pictures);
    }

    @Provide
    Arbitrary<List<Event>> stories() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Kind.LIST),
                                Tuple.of(8, Kind.COPY),
                                Tuple.of(2, Kind.NAME_STOCK),
                                Tuple.of(1, Kind.FORGET_STOCK),
                                Tuple.of(2, Kind.BREAK),
                                Tuple.of(1, Kind.MEND),
                                Tuple.of(1, Kind.LIKEN),
                                Tuple.of(2, Kind.UNCOPY),
                                Tuple.of(1, Kind.UNLIST)),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.integers().between(0, 999))
                .as(Event::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(20);
    }
}
