package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What an equipment category means. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CategoryDefinition(Named group, Named header, Named category, Named type) {}
