package io.vinbridge.chromedata.description.equipment;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An equipment category that something belongs to; {@code removed} says it takes the category away. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Category(int id, Boolean removed) {}
