package io.vinbridge.stock.lines;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words that dealers' files have for what is one of few, in the languages that they write. */
final class StockWords {

    static final Map<String, List<String>> STATUS = Map.of(
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
    static final Map<String, List<String>> CONDITION = Map.of(
            "new",
                    List.of(
                            "new",
                            "n",
                            "neu",
                            "neuwagen",
                            "neuf",
                            "nuevo",
                            "nuovo",
                            "nieuw",
                            "novo",
                            "nowy",
                            "brand new"),
            "used",
                    List.of(
                            "used",
                            "u",
                            "pre-owned",
                            "preowned",
                            "pre owned",
                            "cpo",
                            "certified",
                            "certified pre-owned",
                            "certified used",
                            "gebraucht",
                            "gebrauchtwagen",
                            "usado",
                            "usato",
                            "u\u017cywany",
                            "d'occasion",
                            "occasion"));
    static final List<String> YES = List.of("y", "yes", "true", "1", "t", "x", "certified", "cpo", "ja", "oui");
    static final List<String> NO = List.of("n", "no", "false", "0", "f", "-", "nein", "non", "not certified");

    private StockWords() {}

    /** The word of ours for one of theirs; their own, in small letters, where it is none of these. */
    static String meant(String text, Map<String, List<String>> words) {
        String lower = text.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().contains(lower))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(lower);
    }
}
