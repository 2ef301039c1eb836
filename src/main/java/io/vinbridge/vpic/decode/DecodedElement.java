package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.KeyPattern;
import io.vinbridge.vpic.data.SchemaValue;
import java.util.Comparator;

/**
 * Value of one element, as one source says it.
 *
 * @param priority who wins: a pattern's is the first year of its schema, so that a newer schema beats an older one
 * @param changed when it was last changed
 * @param key the key of its pattern, null for none
 * @param pattern the identifier of its pattern, 0 for none
 * @param schema the identifier of its schema, 0 for none
 * @param attribute its value as the dump has it
 * @param value its value where that is no attribute; null where it has to be looked up
 * @param schemaValue what its schema knows of the attribute, null for none
 */
public record DecodedElement(
        int element,
        Source source,
        int priority,
        long changed,
        KeyPattern key,
        int pattern,
        int schema,
        String attribute,
        String value,
        SchemaValue schemaValue) {

    /**
     * NHTSA's order of what contends for an element: the first stays. The shorter key wins a tie of dates, not the
     * longer.
     */
    static final Comparator<DecodedElement> RANK = Comparator.comparingInt((DecodedElement one) -> -one.priority)
            .thenComparing(Comparator.comparingLong(DecodedElement::changed).reversed())
            .thenComparingInt(one -> one.key == null ? 0 : one.key.weight())
            .thenComparing(one -> one.key == null ? "" : one.key.bare())
            .thenComparingInt(one -> one.source == Source.PATTERN ? 0 : 1)
            .thenComparingInt(DecodedElement::pattern);

    /** One that has its value already and belongs to no pattern. */
    static DecodedElement fixed(
            int element, Source source, int priority, long changed, String attribute, String value) {
        return new DecodedElement(element, source, priority, changed, null, 0, 0, attribute, value, null);
    }
}
