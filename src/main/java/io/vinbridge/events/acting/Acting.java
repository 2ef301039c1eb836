package io.vinbridge.events.acting;

import io.vinbridge.events.EventSettings;
import io.vinbridge.events.EventSettings.UnknownVehicles;
import io.vinbridge.refresh.EventLooks;
import io.vinbridge.vehicles.OwnFields;
import io.vinbridge.vehicles.OwnFields.Said;
import io.vinbridge.vehicles.Tracking;
import io.vinbridge.vehicles.Vin;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what is noted for events: all effects of many events in one transaction, which also marks them as acted upon. So each has its
 * effect once, however often it is tried and on however many nodes.
 */
@Component
class Acting {

    private static final Logger LOG = LoggerFactory.getLogger(Acting.class);

    private final DueEvents due;
    private final ActedCounts counts;
    private final Tracking tracking;
    private final OwnFields own;
    private final EventLooks looks;
    private final TransactionTemplate transaction;
    private final Flood flood;
    private final EventSettings settings;

    Acting(
            DueEvents due,
            ActedCounts counts,
            Tracking tracking,
            OwnFields own,
            EventLooks looks,
            TransactionTemplate transaction,
            Flood flood,
            EventSettings settings) {
        this.due = due;
        this.counts = counts;
        this.tracking = tracking;
        this.own = own;
        this.looks = looks;
        this.transaction = transaction;
        this.flood = flood;
        this.settings = settings;
    }

    /** Acts upon all; where something about their data makes that fail, upon each by itself, so that one does not hold up the others. */
    void act(@Body List<EventInHand> events) {
        try {
            transact(events);
        } catch (NonTransientDataAccessException e) {
            LOG.warn("Events are acted upon one by one, because together it fails: {}", e.getMessage());
            events.forEach(this::actAlone);
        }
        events.forEach(flood::note);
    }

    private void actAlone(EventInHand event) {
        try {
            transact(List.of(event));
        } catch (NonTransientDataAccessException e) {
            event.failed(e);
            transact(List.of(event));
        }
    }

    private void transact(List<EventInHand> events) {
        List<EventInHand> wanted = events.stream()
                .filter(event -> event.failure() == null)
                .filter(event -> takesUp() || Boolean.TRUE.equals(event.tracked()))
                .toList();
        looks.register(vins(wanted), wanted.isEmpty() ? null : wanted.get(0).correlationId());
        transaction.executeWithoutResult(status -> {
            Set<String> held = due.hold(events);
            List<EventInHand> ours =
                    events.stream().filter(event -> held.contains(event.key())).toList();
            List<EventInHand> failed =
                    ours.stream().filter(event -> event.failure() != null).toList();
            List<EventInHand> ignored = ignored(ours);
            List<EventInHand> acted = ours.stream()
                    .filter(event -> event.failure() == null && !ignored.contains(event))
                    .toList();
            effects(acted);
            due.settle("acted", acted);
            due.settle("ignored", ignored);
            long dead = failed.stream().filter(due::fail).count();
            counts.add(acted.size(), ignored.size(), dead);
        });
    }

    /** Work is asked for before vehicles are touched: whoever stores a description holds its work, and then goes on to its vehicles. */
    private void effects(List<EventInHand> events) {
        looks.ask(
                events.stream()
                        .filter(EventInHand::described)
                        .map(event -> new EventLooks.Wish(event.getVin(), event.again(), event.correlationId()))
                        .toList(),
                settings.lookAgainAfter());
        tracking.set(events.stream()
                .filter(event -> event.tracked() != null)
                .map(event -> new Tracking.Wish(event.getVin(), event.tracked(), event.stamp(), event.correlationId()))
                .toList());
        own.keep(events.stream()
                .filter(event -> !event.kept().isEmpty())
                .map(event -> new Said(event.getVin(), event.stamp(), event.kept(), event.correlationId()))
                .toList());
    }

    /** Those about vehicles that nobody tracks and none of the others says to be there, if that is what becomes of them. */
    private List<EventInHand> ignored(List<EventInHand> events) {
        if (takesUp() || events.isEmpty()) {
            return List.of();
        }
        Set<Vin> tracked = new HashSet<>(tracking.tracked(vins(events)));
        events.stream()
                .filter(event -> Boolean.TRUE.equals(event.tracked()))
                .forEach(event -> tracked.add(event.getVin()));
        return events.stream()
                .filter(event -> event.failure() == null && !tracked.contains(event.getVin()))
                .toList();
    }

    private boolean takesUp() {
        return settings.unknownVehicles() == UnknownVehicles.TAKE_UP;
    }

    private static Set<Vin> vins(Collection<EventInHand> events) {
        return events.stream().map(EventInHand::getVin).collect(Collectors.toSet());
    }
}
