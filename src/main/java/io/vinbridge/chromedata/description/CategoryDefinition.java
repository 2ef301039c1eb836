package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What an equipment category means. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CategoryDefinition(
        IdentifiedName group, IdentifiedName header, IdentifiedName category, IdentifiedName type) {}
