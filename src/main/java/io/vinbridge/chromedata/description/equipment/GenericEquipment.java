package io.vinbridge.chromedata.description.equipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.description.values.InstallationCause;
import java.util.List;

/** Equipment by category rather than by the maker's words; {@code definition} is absent where only the number came. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GenericEquipment(
        Integer categoryId, CategoryDefinition definition, List<Integer> styleIds, InstallationCause installed) {}
