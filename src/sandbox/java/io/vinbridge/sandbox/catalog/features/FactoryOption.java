package io.vinbridge.sandbox.catalog.features;

import io.vinbridge.sandbox.catalog.Paint;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.Upholstery;
import io.vinbridge.sandbox.catalog.models.Draw;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.catalog.models.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An option of the factory (ChromeData on the wire, 1.4.2). The price is in dollars of the United States; the
 * manufacturer's own code is empty for a row of the table, whose code differs from make to make.
 */
public record FactoryOption(
        int kind,
        String chromeCode,
        String ownCode,
        IdentifiedString header,
        Phrase name,
        String more,
        List<Category> categories,
        int price,
        Fit fit) {

    private static final int WHEELS = 41;
    private static final int PRIMARY_PAINT = 68;
    private static final int SEAT_TRIM = 72;
    private static final double USUAL_SHARE = 0.36;
    private static final double SHARE_OF_WHEELS = 0.8;
    private static final IdentifiedString.Register HEADERS = new IdentifiedString.Register(1300);
    private static final List<FactoryOption> OPTIONS = read();

    /** The options of a style, its paints and seat trims among them. */
    public static List<FactoryOption> of(Style style, double fullness) {
        List<FactoryOption> options = new ArrayList<>();
        OPTIONS.stream().filter(option -> option.fit().suits(style, fullness)).forEach(options::add);
        style.paints().forEach(paint -> options.add(of(paint)));
        style.upholsteries().forEach(upholstery -> options.add(of(upholstery)));
        return options;
    }

    /** The option's name, as it stands before "includes". */
    public String name(Style style) {
        return name.of(style);
    }

    /**
     * The manufacturer's code: two or three letters and digits. All wheels of a make share one, which makes it
     * ambiguous.
     */
    public String oemCode(Style style) {
        Draw draw = Draw.of("option code").with(style.line().division().id());
        return ownCode.isEmpty() ? draw.with(kind == WHEELS ? "" : chromeCode).code(3) : ownCode;
    }

    /** The price to a customer in dollars of the style's country; a new data build may have raised it. */
    public int msrp(Style style) {
        Draw raised = Draw.of("option raise")
                .with(style.id().number())
                .with(style.revision())
                .with(chromeCode);
        double raise = style.revision() > 0 && raised.chance(0.2) ? 1.08 : 1;
        return (int) (Math.round(price * style.id().country().priceLevel() * raise / 5) * 5);
    }

    public int invoice(Style style) {
        return (int) (Math.round(msrp(style) * 0.91 / 5) * 5);
    }

    /** A primary paint or a seat trim. */
    public boolean isColor() {
        return kind == PRIMARY_PAINT || kind == SEAT_TRIM;
    }

    /** Comes without a surcharge, as one of those to choose from. */
    public boolean standard() {
        return price == 0 && kind != 0;
    }

    public boolean fleetOnly() {
        return more.contains("cannot be switched off");
    }

    private static FactoryOption of(Paint paint) {
        int price = paint.name().contains("Tri") || paint.name().contains("Tint") ? 495 : 0;
        return new FactoryOption(
                PRIMARY_PAINT,
                "PAINT" + paint.code(),
                paint.code(),
                HEADERS.named("PRIMARY PAINT"),
                new Phrase(paint.name()),
                "on the whole body",
                List.of(),
                price,
                null);
    }

    private static FactoryOption of(Upholstery upholstery) {
        return new FactoryOption(
                SEAT_TRIM,
                "TRIM" + upholstery.code(),
                upholstery.code(),
                HEADERS.named("SEAT TRIM"),
                new Phrase(upholstery.name()),
                "on all rows",
                List.of(),
                0,
                null);
    }

    private static List<FactoryOption> read() {
        List<Table.Row> rows = Table.rows("options");
        return IntStream.range(0, rows.size())
                .mapToObj(at -> of(at, rows.get(at)))
                .toList();
    }

    private static FactoryOption of(int at, Table.Row row) {
        return new FactoryOption(
                row.number("kind"),
                row.text("code"),
                "",
                HEADERS.named(row.text("header")),
                new Phrase(row.text("name")),
                row.text("more"),
                row.list("categories").stream()
                        .map(id -> Category.of(Integer.parseInt(id)))
                        .toList(),
                row.number("price"),
                Fit.of("options", at, row, row.number("kind") == WHEELS ? SHARE_OF_WHEELS : USUAL_SHARE));
    }
}
