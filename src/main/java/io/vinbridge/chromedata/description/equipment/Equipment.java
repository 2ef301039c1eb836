package io.vinbridge.chromedata.description.equipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import java.util.List;

/** A piece of standard equipment and the styles that have it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Equipment(
        IdentifiedName header,
        String description,
        List<Category> categories,
        List<Integer> styleIds,
        InstallationCause installed) {}
