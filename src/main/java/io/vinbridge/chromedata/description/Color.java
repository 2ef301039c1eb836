package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** An exterior or interior colour; {@code rgb} is six hexadecimal digits without a number sign. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Color(
        String code,
        String name,
        String rgb,
        List<GenericColor> generic,
        List<Integer> styleIds,
        InstallationCause installed) {

    /** A colour's everyday name, such as {@code Silver}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record GenericColor(String name, Boolean primary, InstallationCause installed) {}
}
