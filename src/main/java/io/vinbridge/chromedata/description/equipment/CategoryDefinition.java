package io.vinbridge.chromedata.description.equipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.description.values.IdentifiedName;

/** Definition of an equipment category. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CategoryDefinition(
        IdentifiedName group, IdentifiedName header, IdentifiedName category, IdentifiedName type) {}
