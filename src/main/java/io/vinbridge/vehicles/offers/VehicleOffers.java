package io.vinbridge.vehicles.offers;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.changes.FieldChange;
import io.vinbridge.vehicles.Offer;
import io.vinbridge.vehicles.OfferLimits;
import io.vinbridge.vehicles.OfferStatement;
import io.vinbridge.vehicles.OwnOfferRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The offers of one vehicle while statements about them are taken in. What nothing newer was said of stays the same
 * object.
 */
@SuppressWarnings("ReferenceEquality")
final class VehicleOffers {

    /** Who is meant where a message names neither a dealer nor a source. */
    private static final String NOBODY = "";

    private final Map<String, Offer> before = new TreeMap<>();
    private final Map<String, Offer> now = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final OfferLimits limits;
    private final OwnOfferRule rule;
    private final Instant moment;

    VehicleOffers(Collection<Offer> stored, OfferLimits limits, OwnOfferRule rule, Instant moment) {
        stored.forEach(offer -> before.put(offer.dealer(), offer));
        now.putAll(before);
        this.limits = limits;
        this.rule = rule;
        this.moment = moment;
    }

    /**
     * Takes a statement in; false where newer words outdo some of it.
     *
     * @throws io.vinbridge.failures.Failure if more would be stored than may be; nothing is taken in then
     */
    boolean take(OfferStatement statement) {
        Map<String, Offer> next = new TreeMap<>(now);
        String dealer = dealer(statement);
        Offer known = next.getOrDefault(dealer, Offer.empty(dealer, statement.dealer() != null, moment));
        Offer merged = known.merge(statement, moment);
        merged = withUnnamed(merged, statement, next);
        boolean counts = merged.reflects(statement);
        if (merged == known && next.containsKey(dealer)) {
            return counts;
        }
        warnings.addAll(statement.warnings());
        next.put(dealer, merged);
        makeRoom(dealer, next);
        limits.checkDealers(next.size());
        limits.check(merged);
        limits.checkTotal(next.values().stream().mapToLong(Offer::size).sum());
        now.clear();
        now.putAll(next);
        return counts;
    }

    /**
     * A message that names no dealer is about the one dealer for whom its source spoke before; else its source stands
     * for the dealer. One that says neither is about the only offer there is.
     */
    private String dealer(OfferStatement statement) {
        if (statement.dealer() != null) {
            return statement.dealer();
        }
        List<Offer> of = now.values().stream()
                .filter(Offer::named)
                .filter(offer -> offer.spokenForBy(statement.source()))
                .toList();
        if (of.size() == 1) {
            return of.get(0).dealer();
        }
        if (statement.source() != null) {
            return statement.source();
        }
        return now.size() == 1 ? now.keySet().iterator().next() : NOBODY;
    }

    /**
     * What the source said before it named its dealer belongs to that dealer, if it speaks for no other; and so does
     * what was said by nobody, if that is all that was said.
     */
    private static Offer withUnnamed(Offer merged, OfferStatement statement, Map<String, Offer> offers) {
        String source = statement.source() == null ? NOBODY : statement.source();
        boolean alone = offers.values().stream()
                .noneMatch(offer -> offer.named()
                        && !offer.dealer().equals(merged.dealer())
                        && offer.spokenForBy(statement.source()));
        Offer with = alone && statement.dealer() != null ? withOffer(source, merged, offers) : merged;
        boolean nobodyElse =
                offers.keySet().stream().allMatch(dealer -> dealer.equals(NOBODY) || dealer.equals(merged.dealer()));
        return nobodyElse ? withOffer(NOBODY, with, offers) : with;
    }

    private static Offer withOffer(String of, Offer merged, Map<String, Offer> offers) {
        Offer unnamed = offers.get(of);
        if (unnamed == null || unnamed.named() || of.equals(merged.dealer())) {
            return merged;
        }
        offers.remove(of);
        return merged.merge(unnamed);
    }

    private void makeRoom(String latest, Map<String, Offer> offers) {
        if (offers.size() > limits.dealers()) {
            offers.values().stream()
                    .filter(offer -> !offer.tracked() && !offer.dealer().equals(latest))
                    .min(Comparator.comparing(Offer::lastSaid))
                    .ifPresent(oldest -> offers.remove(oldest.dealer()));
        }
    }

    /** The one that is served as the vehicle's own; empty where nobody said anything. */
    Optional<Offer> own() {
        return own(now);
    }

    private Optional<Offer> own(Map<String, Offer> offers) {
        return offers.values().stream().min(rule.bestFirst());
    }

    /** All, the one that is served as own first. */
    List<Offer> all() {
        return now.values().stream().sorted(rule.bestFirst()).toList();
    }

    List<Offer> changed() {
        return now.values().stream()
                .filter(offer -> offer != before.get(offer.dealer()))
                .toList();
    }

    List<Offer> gone() {
        return before.values().stream()
                .filter(offer -> !now.containsKey(offer.dealer()))
                .toList();
    }

    boolean tracked() {
        return now.values().stream().anyMatch(Offer::tracked);
    }

    /** What is served otherwise now: of {@code own}, and of the other offers by their dealers. */
    List<FieldChange> differences() {
        List<FieldChange> differences = new ArrayList<>();
        compare("own.", fields(own(before)), fields(own()), differences);
        String chosen = own().map(Offer::dealer).orElse(null);
        Set<String> dealers = new TreeSet<>(before.keySet());
        dealers.addAll(now.keySet());
        dealers.remove(chosen);
        dealers.forEach(dealer -> compare(
                "offers[" + dealer + "].",
                fields(Optional.ofNullable(before.get(dealer))),
                fields(Optional.ofNullable(now.get(dealer))),
                differences));
        if (!differences.isEmpty() && !warnings.isEmpty()) {
            differences.add(new FieldChange("warnings", null, List.copyOf(warnings)));
        }
        return differences;
    }

    private static SortedMap<String, JsonNode> fields(Optional<Offer> offer) {
        return offer.map(Offer::fields).orElseGet(TreeMap::new);
    }

    private static void compare(
            String path, Map<String, JsonNode> from, Map<String, JsonNode> to, List<FieldChange> differences) {
        Set<String> names = new TreeSet<>(from.keySet());
        names.addAll(to.keySet());
        for (String name : names) {
            JsonNode last = from.get(name);
            JsonNode next = to.get(name);
            if (!same(last, next)) {
                differences.add(new FieldChange(path + name, last, next));
            }
        }
    }

    /** As numbers, 15000 and 15000.0 are the same. */
    private static boolean same(JsonNode one, JsonNode other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }
}
