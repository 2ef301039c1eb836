package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One of a style's body types; a style may have several, of which at most one is primary. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BodyType(Integer id, String name, Boolean primary) {}
