package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Definition of an equipment category. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CategoryDefinition(
        IdentifiedName group, IdentifiedName header, IdentifiedName category, IdentifiedName type) {}
