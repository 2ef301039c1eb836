package io.vinbridge.changes;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One field that differs.
 *
 * @param name a path such as {@code styles[349411].price.msrp}; what stands in brackets is the entry's own number or
 *     code
 * @param from what it was, null where it was not there
 * @param to what it is, null where it is gone
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FieldChange(String name, Object from, Object to) {}
