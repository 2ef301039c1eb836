package io.vinbridge.stock.dealers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * Postal address of a dealer, in the members that feeds of platforms ask for.
 *
 * @param country two letters of ISO 3166-1
 * @param latitude degrees north, from -90 to 90
 * @param longitude degrees east, from -180 to 180
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DealerAddress(
        String street,
        String city,
        String region,
        String postalCode,
        String country,
        BigDecimal latitude,
        BigDecimal longitude) {}
