package io.vinbridge.vehicles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One offer stands for the vehicle, by the rule that is set; who has it no more comes last by each. */
class OwnOfferRuleTest {

    private static final Offer CHEAP = offer("cheap", 9_000, true, "2026-01-01", "2026-03-02");
    private static final Offer OLD = offer("old", 12_000, true, "2025-01-01", "2026-03-01");
    private static final Offer LATE = offer("late", 11_000, true, "2026-02-01", "2026-03-03");
    private static final Offer PRICELESS = offer("priceless", null, true, "2026-02-01", "2026-02-02");
    private static final Offer SOLD = offer("sold", 1, false, "2020-01-01", "2026-04-01");

    @Test
    void whoSpokeLastCounts() {
        assertThat(by(OwnOfferRule.LAST_SAID)).containsExactly("late", "cheap", "old", "priceless", "sold");
    }

    @Test
    void theLowestPriceCounts() {
        assertThat(by(OwnOfferRule.LOWEST_PRICE)).containsExactly("cheap", "late", "old", "priceless", "sold");
    }

    @Test
    void whoHasHadItForLongestCounts() {
        assertThat(by(OwnOfferRule.LONGEST_HELD)).containsExactly("old", "cheap", "late", "priceless", "sold");
    }

    private static List<String> by(OwnOfferRule rule) {
        return Stream.of(SOLD, PRICELESS, OLD, LATE, CHEAP)
                .sorted(rule.bestFirst())
                .map(Offer::dealer)
                .toList();
    }

    private static Offer offer(String dealer, Integer price, boolean tracked, String since, String said) {
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        if (price != null) {
            fields.put("price", DecimalNode.valueOf(BigDecimal.valueOf(price)));
        }
        Instant at = Instant.parse(since + "T00:00:00Z");
        return new Offer(dealer, true, new TreeSet<>(), null, fields, new TreeMap<>(), tracked, said, at, at);
    }
}
