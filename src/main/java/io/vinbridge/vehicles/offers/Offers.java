package io.vinbridge.vehicles.offers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.FieldChange;
import io.vinbridge.changes.VehicleChange;
import io.vinbridge.failures.Failure;
import io.vinbridge.vehicles.Offer;
import io.vinbridge.vehicles.OfferLimits;
import io.vinbridge.vehicles.OfferStatement;
import io.vinbridge.vehicles.OwnOfferRule;
import io.vinbridge.vehicles.VehiclesSettings;
import io.vinbridge.vehicles.offers.HeldVehicles.Held;
import io.vinbridge.vehicles.registry.VehicleChangeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Store of what dealers say of vehicles: price, mileage, stock number, whatever they send, and whether they have the
 * vehicle. It is kept beside the description and served with it. A vehicle that a dealer has is tracked: its
 * description is kept fresh though nobody reads it.
 */
@Component
public class Offers {

    /** Offers in hand at once; they take some ten times their size in memory. */
    private static final long MOST_BYTES = 1 << 20;

    private final HeldVehicles vehicles;
    private final OfferRows rows;
    private final OfferLimits limits;
    private final OwnOfferRule rule;
    private final ChangeLog changes;
    private final DealerCurrencies currencies;

    Offers(
            HeldVehicles vehicles,
            OfferRows rows,
            VehiclesSettings settings,
            ChangeLog changes,
            DealerCurrencies currencies) {
        this.vehicles = vehicles;
        this.rows = rows;
        this.limits = settings.offers();
        this.rule = settings.ownOffer();
        this.changes = changes;
        this.currencies = currencies;
    }

    /**
     * Outcome of statements: of those that it does not name, all that they say counts.
     *
     * @param refused those that would have more stored than may be
     * @param outdone those of which something does not count, because newer words were there
     */
    public record Taken(Map<OfferStatement, Failure> refused, Set<OfferStatement> outdone) {

        Taken() {
            this(new IdentityHashMap<>(), Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    /** Takes statements in, and appends a change for each vehicle of which something is served otherwise now. */
    @Transactional
    public Taken take(Collection<OfferStatement> statements) {
        Taken taken = new Taken();
        if (statements.isEmpty()) {
            return taken;
        }
        Map<String, List<OfferStatement>> byVin =
                statements.stream().collect(groupingBy(one -> one.vin().value(), TreeMap::new, toList()));
        // Descriptions before vehicles, as everybody who writes both: the other way round the two would wait for each
        // other.
        List<String> tracking = byVin.entrySet().stream()
                .filter(vehicle -> vehicle.getValue().stream().anyMatch(one -> Boolean.TRUE.equals(one.tracked())))
                .map(Map.Entry::getKey)
                .toList();
        vehicles.wake(tracking);
        List<Held> part = new ArrayList<>();
        long bytes = 0;
        for (Held vehicle : vehicles.hold(byVin.keySet())) {
            if (bytes + vehicle.bytes() > MOST_BYTES && !part.isEmpty()) {
                take(part, byVin, taken);
                part.clear();
                bytes = 0;
            }
            part.add(vehicle);
            bytes += vehicle.bytes();
        }
        take(part, byVin, taken);
        return taken;
    }

    private void take(List<Held> part, Map<String, List<OfferStatement>> byVin, Taken taken) {
        Map<String, List<Offer>> stored = rows.of(part.stream().map(Held::vin).toList());
        Map<String, VehicleOffers> changed = new TreeMap<>();
        List<VehicleChange> happened = new ArrayList<>();
        for (Held vehicle : part) {
            VehicleOffers offers =
                    new VehicleOffers(stored.getOrDefault(vehicle.vin(), List.of()), limits, rule, vehicle.moment());
            String correlationId = take(byVin.get(vehicle.vin()), offers, taken);
            if (!offers.changed().isEmpty()) {
                changed.put(vehicle.vin(), offers);
                happened.addAll(happened(vehicle, offers, correlationId));
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        rows.write(changed);
        Map<String, String> known = currencies.of(changed.values().stream()
                .flatMap(offers -> offers.all().stream())
                .map(Offer::dealer)
                .collect(toSet()));
        vehicles.serve(changed, known);
        changes.append(happened);
    }

    /** Returns who said the last that was taken. */
    private static String take(List<OfferStatement> statements, VehicleOffers offers, Taken taken) {
        String correlationId = null;
        for (OfferStatement statement : statements) {
            try {
                if (!offers.take(statement)) {
                    taken.outdone.add(statement);
                }
                correlationId = statement.correlationId();
            } catch (Failure beyond) {
                taken.refused.put(statement, beyond);
            }
        }
        return correlationId;
    }

    private static List<VehicleChange> happened(Held vehicle, VehicleOffers offers, String correlationId) {
        List<VehicleChange> happened = new ArrayList<>();
        if (offers.tracked() != vehicle.tracked()) {
            String kind = offers.tracked() ? VehicleChangeKind.TRACKED : VehicleChangeKind.UNTRACKED;
            happened.add(new VehicleChange(vehicle.vin(), vehicle.document(), kind, List.of(), correlationId));
        }
        List<FieldChange> differences = offers.differences();
        if (!differences.isEmpty()) {
            happened.add(new VehicleChange(
                    vehicle.vin(), vehicle.document(), VehicleChangeKind.CHANGED, differences, correlationId));
        }
        return happened;
    }
}
