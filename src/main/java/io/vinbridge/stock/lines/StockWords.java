package io.vinbridge.stock.lines;

import io.vinbridge.vehicles.OfferStatus;
import java.util.List;
import java.util.Map;

/** Words that dealers' files have for what is one of few, in the languages that they write. */
final class StockWords {

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
        String lower = OfferStatus.plain(text);
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().contains(lower))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(lower);
    }
}
