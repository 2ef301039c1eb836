package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.data.KeyPattern;
import io.vinbridge.vpic.data.ManufacturerCode.Link;
import io.vinbridge.vpic.data.SchemaValue;
import io.vinbridge.vpic.data.SpecSheet;
import io.vinbridge.vpic.data.VinSchema;
import io.vinbridge.vpic.vin.VinKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Contest of all that says something of a VIN's elements: of each element one stays, of those with several values all.
 */
final class Contest {

    private static final int FORMULA_PRIORITY = 100;
    private static final int ENGINE_PRIORITY = 50;

    private final Elements elements;
    private final DecodedElement[] winners;
    private final List<DecodedElement> several = new ArrayList<>();
    private DecodedElement engine;
    private int patterns;

    Contest(Elements elements) {
        this.elements = elements;
        this.winners = new DecodedElement[elements.count()];
    }

    /** Enters the patterns of a schema that take the VIN. */
    void enter(VinKey vin, VinSchema schema, Link link) {
        for (VinSchema.Rows rows : schema.keys()) {
            // What is not reviewed yet says nothing, but for what is captured: so NHTSA's statements have it.
            if (!schema.unreviewed() && rows.key().takes(vin.bits())) {
                for (int row = 0; row < rows.count(); row++) {
                    if (elements.byPattern(rows.element(row))) {
                        enterPattern(schema, rows, row, link.from());
                    }
                }
            }
            if (rows.key().formula() && rows.key().takes(vin.digitBits())) {
                enterFormula(vin, schema, rows);
            }
        }
    }

    /** Enters what the engine model that most patterns agree upon says of other elements. */
    void enterEngine(EditionCommons commons) {
        if (engine == null) {
            return;
        }
        String name = engine.attribute().strip().toLowerCase(Locale.ROOT);
        for (EditionCommons.EngineRow row : commons.engines().getOrDefault(name, List.of())) {
            if (row.element() < elements.count()) {
                enter(new DecodedElement(
                        row.element(),
                        Source.ENGINE_MODEL,
                        ENGINE_PRIORITY,
                        row.changed(),
                        engine.key(),
                        engine.pattern(),
                        engine.schema(),
                        row.value(),
                        null,
                        null));
            }
        }
    }

    void enter(DecodedElement one) {
        if (one.pattern() > 0) {
            patterns++;
        }
        if (elements.several(one.element())) {
            several.add(one);
            return;
        }
        DecodedElement best = winners[one.element()];
        if (best == null || DecodedElement.RANK.compare(one, best) < 0) {
            winners[one.element()] = one;
        }
    }

    /** Puts what no contest decides in its place. */
    void put(DecodedElement one) {
        winners[one.element()] = one;
    }

    DecodedElement winner(int element) {
        return element < winners.length ? winners[element] : null;
    }

    /** Whether nothing says anything of an element. */
    boolean absent(int element) {
        return winner(element) == null && several.stream().noneMatch(one -> one.element() == element);
    }

    /** Whether an element is to be had that nothing says anything of, or of which several values may be said. */
    boolean open(int element) {
        return element < elements.count() && (elements.several(element) || absent(element));
    }

    /** Whether something says that an element is so; capitals and small letters are one. */
    boolean says(SpecSheet.Entry entry) {
        DecodedElement winner = winner(entry.element());
        return (winner != null && entry.attribute().equalsIgnoreCase(winner.attribute()))
                || several.stream()
                        .anyMatch(one -> one.element() == entry.element()
                                && entry.attribute().equalsIgnoreCase(one.attribute()));
    }

    /** Whether any pattern takes the VIN. */
    boolean patterns() {
        return patterns > 0;
    }

    /** All that stayed, by element; of those with several values in the order of their patterns. */
    List<DecodedElement> all() {
        List<DecodedElement> all = new ArrayList<>();
        for (DecodedElement winner : winners) {
            if (winner != null) {
                all.add(winner);
            }
        }
        several.sort(Comparator.comparingInt(DecodedElement::element)
                .thenComparing(DecodedElement::source)
                .thenComparingInt(DecodedElement::pattern));
        all.addAll(several);
        return all;
    }

    private void enterPattern(VinSchema schema, VinSchema.Rows rows, int row, int priority) {
        int element = rows.element(row);
        DecodedElement best = elements.several(element) ? null : winners[element];
        if (best != null && element != Elements.ENGINE_MODEL && loses(best, rows, row, priority)) {
            return;
        }
        SchemaValue value = schema.value(rows, row);
        DecodedElement one = new DecodedElement(
                element,
                Source.PATTERN,
                priority,
                rows.changed(row),
                rows.key(),
                rows.id(row),
                schema.id(),
                value.attribute(),
                null,
                value);
        enter(one);
        if (element == Elements.ENGINE_MODEL && (engine == null || laterEngine(one))) {
            engine = one;
        }
    }

    private static boolean loses(DecodedElement best, VinSchema.Rows rows, int row, int priority) {
        return best.priority() > priority || (best.priority() == priority && best.changed() > rows.changed(row));
    }

    /** Of engine models the last row wins, not the first. */
    private boolean laterEngine(DecodedElement one) {
        if (one.priority() != engine.priority()) {
            return one.priority() > engine.priority();
        }
        return one.changed() != engine.changed() ? one.changed() > engine.changed() : one.pattern() > engine.pattern();
    }

    private void enterFormula(VinKey vin, VinSchema schema, VinSchema.Rows rows) {
        KeyPattern key = rows.key();
        String captured =
                vin.key().substring(key.text().indexOf('#'), key.text().lastIndexOf('#') + 1);
        for (int row = 0; row < rows.count(); row++) {
            if (elements.formula(rows.element(row))) {
                enter(new DecodedElement(
                        rows.element(row),
                        Source.FORMULA,
                        FORMULA_PRIORITY,
                        rows.changed(row),
                        key,
                        rows.id(row),
                        schema.id(),
                        schema.value(rows, row).attribute(),
                        captured,
                        null));
            }
        }
    }
}
