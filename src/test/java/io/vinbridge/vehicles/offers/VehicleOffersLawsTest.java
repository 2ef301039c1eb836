package io.vinbridge.vehicles.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vinbridge.failures.Failure;
import io.vinbridge.vehicles.EventTimestamp;
import io.vinbridge.vehicles.Offer;
import io.vinbridge.vehicles.OfferLimits;
import io.vinbridge.vehicles.OfferStatement;
import io.vinbridge.vehicles.OwnOfferRule;
import io.vinbridge.vehicles.Vin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/**
 * Laws of a vehicle's offers: in whatever order statements come, each dealer's last word stands, and nobody's word is
 * another's.
 */
class VehicleOffersLawsTest {

    private static final Vin VIN = Vin.of("1HGBH41JXMN109186");
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final OfferLimits LIMITS = new OfferLimits(10, DataSize.ofKilobytes(1), 4, DataSize.ofKilobytes(2));

    @Property(tries = 300)
    void inWhateverOrderStatementsComeTheResultIsTheSame(
            @ForAll @Size(max = 12) List<@IntRange(max = 9_999) Integer> codes, @ForAll long seed) {
        List<OfferStatement> statements = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            statements.add(statement(codes.get(i), i));
        }
        VehicleOffers inOrder = taken(statements);
        Collections.shuffle(statements, new Random(seed));
        VehicleOffers shuffled = taken(statements);
        assertThat(shuffled.all().stream().map(VehicleOffersLawsTest::shown).toList())
                .isEqualTo(
                        inOrder.all().stream().map(VehicleOffersLawsTest::shown).toList());
        assertThat(shuffled.tracked()).isEqualTo(inOrder.tracked());
    }

    @Property(tries = 100)
    void oneDealersWordLeavesTheOthersAsTheyWere(@ForAll @Size(max = 10) List<@IntRange(max = 9_999) Integer> codes) {
        List<OfferStatement> statements = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            statements.add(statement(codes.get(i), i));
        }
        VehicleOffers together = taken(statements);
        for (Offer offer : together.all()) {
            List<OfferStatement> own = statements.stream()
                    .filter(one -> one.dealer().equals(offer.dealer()))
                    .toList();
            assertThat(shown(taken(own).all().get(0))).isEqualTo(shown(offer));
        }
    }

    @Test
    void aRemovalThatNamesNoDealerIsAboutTheDealerForWhomItsSourceSpokeBeforeAndAfter() {
        OfferStatement arrived = said("D1", "/dealer/1", 1, true, "available");
        OfferStatement removed = said(null, "/dealer/1", 2, false, "removed");
        for (List<OfferStatement> order : List.of(List.of(arrived, removed), List.of(removed, arrived))) {
            VehicleOffers offers = taken(order);
            assertThat(offers.all()).singleElement().satisfies(offer -> {
                assertThat(offer.dealer()).isEqualTo("D1");
                assertThat(offer.tracked()).isFalse();
                assertThat(offer.fields()).containsEntry("status", TextNode.valueOf("removed"));
            });
        }
    }

    @Test
    void aMessageThatSaysNeitherDealerNorSourceIsAboutTheOnlyOfferWhoeverMadeIt() {
        OfferStatement anonymous = said(null, null, 1, true, "available");
        for (OfferStatement later : List.of(
                said(null, "/dealer/1", 2, false, "removed"),
                said("D1", "/dealer/1", 2, false, "removed"),
                said("D1", null, 2, false, "removed"))) {
            for (List<OfferStatement> order : List.of(List.of(anonymous, later), List.of(later, anonymous))) {
                assertThat(taken(order).all()).singleElement().satisfies(offer -> {
                    assertThat(offer.tracked()).isFalse();
                    assertThat(offer.fields()).containsEntry("status", TextNode.valueOf("removed"));
                });
            }
        }
    }

    @Test
    void amongSeveralOffersAMessageThatSaysNeitherIsAnOfferOfItsOwn() {
        VehicleOffers offers = taken(List.of(
                said(null, "/dealer/1", 1, true, "available"),
                said(null, "/dealer/2", 2, true, "available"),
                said(null, null, 3, false, "removed")));

        assertThat(offers.all()).extracting(Offer::dealer).containsExactly("/dealer/2", "/dealer/1", "");
        assertThat(offers.tracked()).isTrue();
    }

    @Test
    void aSourceThatSpeaksForSeveralDealersRemovesNoneOfThemWithoutANameAndWithoutAnySourceTheSameHolds() {
        for (String source : new String[] {"/feed", null, "  ".strip()}) {
            VehicleOffers offers = taken(List.of(
                    said("D1", source, 1, true, "available"),
                    said("D2", source, 2, true, "available"),
                    said(null, source, 3, false, "removed")));
            assertThat(offers.tracked()).isTrue();
            assertThat(offers.own().orElseThrow().dealer()).isEqualTo("D2");
            assertThat(offers.all()).hasSize(3);
        }
    }

    @Test
    void ownIsOfWhoHasTheVehicleAndSpokeLastAndOfTheOthersOnlyWhereNobodyHasIt() {
        OfferStatement first = said("D1", null, 1, true, "available");
        OfferStatement second = said("D2", null, 2, true, "available");
        OfferStatement gone = said("D2", null, 3, false, "sold");
        OfferStatement alsoGone = said("D1", null, 4, false, "removed");
        assertThat(taken(List.of(first, second)).own().orElseThrow().dealer()).isEqualTo("D2");
        assertThat(taken(List.of(first, second, gone)).own().orElseThrow().dealer())
                .isEqualTo("D1");
        assertThat(taken(List.of(first, second, gone, alsoGone))
                        .own()
                        .orElseThrow()
                        .dealer())
                .isEqualTo("D1");
    }

    @Test
    void whatGoesBeyondTheBoundsIsRefusedAndLeavesWhatWasThere() {
        VehicleOffers offers = taken(List.of(said("D1", null, 1, true, "available")));
        SortedMap<String, JsonNode> names = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            names.put("name" + i, IntNode.valueOf(i));
        }
        assertThatThrownBy(() -> offers.take(said("D1", null, 2, true, names)))
                .isInstanceOf(Failure.class)
                .hasMessage("With it, the offer would have 11 fields, and at most 10 are kept");
        assertThatThrownBy(() -> offers.take(said("D1", null, 3, true, "é".repeat(600))))
                .hasMessageContaining("bytes of fields, and at most 1024 are kept");
        for (int dealer = 2; dealer <= 4; dealer++) {
            offers.take(said("D" + dealer, null, 4, true, "available"));
        }
        assertThatThrownBy(() -> offers.take(said("D5", null, 5, true, "available")))
                .hasMessage("With it, 5 dealers would have the vehicle, and at most 4 are kept");
        assertThat(offers.all()).hasSize(4);
        assertThat(offers.own().orElseThrow().fields()).containsOnlyKeys("status");
        offers.take(said("D3", null, 6, false, "sold"));
        offers.take(said("D5", null, 7, true, "available"));
        assertThat(offers.all()).extracting(Offer::dealer).containsExactlyInAnyOrder("D1", "D2", "D4", "D5");
    }

    @Test
    void manyOffersWithinTheirBoundsAreRefusedTogetherBeyondTheVehicles() {
        VehicleOffers offers =
                taken(List.of(said("D1", null, 1, true, "x".repeat(900)), said("D2", null, 2, true, "x".repeat(900))));
        assertThatThrownBy(() -> offers.take(said("D3", null, 3, true, "x".repeat(900))))
                .hasMessageContaining("offers of the vehicle would have")
                .hasMessageContaining("at most 2048 are kept");
    }

    private static VehicleOffers taken(List<OfferStatement> statements) {
        VehicleOffers offers = new VehicleOffers(List.of(), LIMITS, OwnOfferRule.LAST_SAID, NOON);
        statements.forEach(offers::take);
        return offers;
    }

    /** Of three dealers, at one of ten times, of which two events may have the same. */
    private static OfferStatement statement(int code, int number) {
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        fields.put(code / 100 % 2 == 0 ? "price" : "mileage", IntNode.valueOf(number));
        Boolean tracked = code / 1000 % 3 == 0 ? null : Boolean.valueOf(code / 1000 % 3 == 1);
        EventTimestamp stamp = new EventTimestamp(NOON.plusSeconds(code / 10 % 10), "%016x".formatted(number));
        return new OfferStatement(VIN, "D" + code % 3, "/s" + code % 3, stamp, fields, tracked, null, null, List.of());
    }

    private static OfferStatement said(String dealer, String source, int second, boolean tracked, String status) {
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        fields.put("status", TextNode.valueOf(status));
        return said(dealer, source, second, tracked, fields);
    }

    private static OfferStatement said(
            String dealer, String source, int second, boolean tracked, SortedMap<String, JsonNode> fields) {
        EventTimestamp stamp = new EventTimestamp(NOON.plusSeconds(second), "%016x".formatted(second));
        return new OfferStatement(VIN, dealer, source, stamp, fields, tracked, null, null, List.of());
    }

    private static List<Object> shown(Offer offer) {
        return List.of(
                offer.dealer(),
                offer.named(),
                offer.sources(),
                offer.fields(),
                offer.said(),
                offer.tracked(),
                offer.trackingSaid());
    }
}
