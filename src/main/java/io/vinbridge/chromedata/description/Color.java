package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.description.values.InstallationCause;
import java.util.List;

/**
 * An exterior or interior colour.
 *
 * @param rgb six hexadecimal digits without a number sign
 * @param type what is painted, {@code body}, {@code roof} or {@code stripe}; null where the service does not say, as
 *     ADS
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Color(
        String code,
        String name,
        String rgb,
        List<GenericColor> generic,
        List<Integer> styleIds,
        InstallationCause installed,
        String type) {

    /** One of which is not said what is painted. */
    public Color(
            String code,
            String name,
            String rgb,
            List<GenericColor> generic,
            List<Integer> styleIds,
            InstallationCause installed) {
        this(code, name, rgb, generic, styleIds, installed, null);
    }

    /** A colour's everyday name, such as {@code Silver}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record GenericColor(String name, Boolean primary, InstallationCause installed) {}
}
