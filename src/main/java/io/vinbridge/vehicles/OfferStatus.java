package io.vinbridge.vehicles;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Status of an offer, by the words that dealers have for it in the languages that they write; which of them say that
 * the vehicle is not to be had any more is told here alone.
 */
public final class OfferStatus {

    /** The words of theirs by that of ours. */
    public static final Map<String, List<String>> WORDS = Map.of(
            "available",
                    List.of("available", "instock", "in stock", "active", "live", "for sale", "forsale", "a", "ready"),
            "sold",
                    List.of(
                            "sold",
                            "s",
                            "delivered",
                            "retailed",
                            "verkauft",
                            "vendu",
                            "vendido",
                            "venduto",
                            "verkocht",
                            "sprzedany"),
            "pending",
                    List.of(
                            "pending",
                            "sale pending",
                            "on hold",
                            "hold",
                            "reserved",
                            "deposit",
                            "p",
                            "reserviert",
                            "reservado"),
            "in-transit", List.of("in transit", "intransit", "in-transit", "ordered", "on order", "incoming"),
            "removed",
                    List.of("removed", "deleted", "inactive", "withdrawn", "wholesale", "out of stock", "unavailable"));

    private static final Set<String> GONE = Set.of("sold", "removed");

    private static final Set<String> GONE_WORDS =
            GONE.stream().flatMap(status -> WORDS.get(status).stream()).collect(Collectors.toUnmodifiableSet());

    private OfferStatus() {}

    /** A word as it is looked up; a statement of SQL that does so must make the same of it. */
    public static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** All words for what is not to be had any more, plain. */
    public static Set<String> goneWords() {
        return GONE_WORDS;
    }

    /** Our word for why a vehicle is not to be had any more; {@code removed} where nobody says that it is sold. */
    public static String whyGone(JsonNode status) {
        return status != null && WORDS.get("sold").contains(plain(status.asText(""))) ? "sold" : "removed";
    }

    /** Whether it says that the vehicle is not to be had any more; null where nothing is said. */
    public static boolean gone(JsonNode status) {
        return status != null && GONE_WORDS.contains(plain(status.asText("")));
    }
}
