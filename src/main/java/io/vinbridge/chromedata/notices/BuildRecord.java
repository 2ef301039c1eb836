package io.vinbridge.chromedata.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/**
 * The factory's record of one vehicle (CVD), in an answer that belongs to one VIN.
 *
 * @param date of building, as the service writes it
 * @param msrp price with what was built in
 * @param source where the record comes from, in the service's words
 * @param optionCodes codes of the options that were built in
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BuildRecord(String date, BigDecimal msrp, String source, List<String> optionCodes, List<Item> items) {

    /** One line of it, with its price where it has one. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(String label, String description, String value, BigDecimal msrp, BigDecimal invoice) {}
}
