package io.vinbridge.stock.dealers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SortedMap;

/**
 * Dealer: somebody who has stock, under a code that messages and files name.
 *
 * @param code letters, digits, points, hyphens and underscores, at most 64
 * @param placeIds ids of the dealer's place at platforms, by platform, such as {@code google}
 * @param currency three letters of ISO 4217, of amounts that name none
 * @param timeZone of the IANA database, of times that name none
 * @param distanceUnit unit of mileages that name none
 * @param linkTemplate address of a car's page, absolute, with {@code {vin}}, {@code {stock}} or {@code {dealer}} in it
 * @param defaults what holds of a car of whom nothing else is said, by field
 * @param changedAt when any of it changed last; null before it is stored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(value = "changedAt", allowGetters = true)
public record Dealer(
        String code,
        String name,
        DealerAddress address,
        SortedMap<String, String> placeIds,
        String phone,
        String currency,
        String timeZone,
        DistanceUnit distanceUnit,
        String linkTemplate,
        SortedMap<String, JsonNode> defaults,
        Instant changedAt) {

    /** Unit of a mileage, as platforms write it. */
    public enum DistanceUnit {
        MI,
        KM
    }

    /** The zone of times that name none: UTC where none is set. */
    public ZoneId zone() {
        return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
    }

    /** Address of a car's page by the dealer's template; null where there is none. */
    public String link(String vin, String stock) {
        return linkTemplate == null
                ? null
                : linkTemplate
                        .replace("{vin}", vin)
                        .replace("{stock}", encoded(stock))
                        .replace("{dealer}", encoded(code));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The same under a code. */
    public Dealer as(String its) {
        return as(its, changedAt);
    }

    /** The same under a code, as of a time. */
    Dealer as(String its, Instant at) {
        return new Dealer(
                its, name, address, placeIds, phone, currency, timeZone, distanceUnit, linkTemplate, defaults, at);
    }
}
