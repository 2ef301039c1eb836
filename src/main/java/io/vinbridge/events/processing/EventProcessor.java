package io.vinbridge.events.processing;

import io.vinbridge.events.EventSettings;
import io.vinbridge.events.EventSettings.UnknownVehicles;
import io.vinbridge.refresh.background.EventRefreshes;
import io.vinbridge.vehicles.OfferStatement;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.offers.HeldVehicles;
import io.vinbridge.vehicles.offers.Offers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
 * Processor of noted events: all effects of many events in one transaction, which also marks them as processed. So each
 * takes effect exactly once, however often it is tried and on however many nodes.
 */
@Component
class EventProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(EventProcessor.class);

    private final InboxQueue due;
    private final BegunEvents begun;
    private final ProcessedCounts counts;
    private final Offers offers;
    private final HeldVehicles held;
    private final EventRefreshes looks;
    private final TransactionTemplate transaction;
    private final FailureBreaker flood;
    private final EventSettings settings;

    EventProcessor(
            InboxQueue due,
            BegunEvents begun,
            ProcessedCounts counts,
            Offers offers,
            HeldVehicles held,
            EventRefreshes looks,
            TransactionTemplate transaction,
            FailureBreaker flood,
            EventSettings settings) {
        this.due = due;
        this.begun = begun;
        this.counts = counts;
        this.offers = offers;
        this.held = held;
        this.looks = looks;
        this.transaction = transaction;
        this.flood = flood;
        this.settings = settings;
    }

    /**
     * Acts upon all; where something about their data makes that fail, upon each by itself, so that one does not hold
     * up the others.
     */
    void act(@Body InboxQueue.Batch batch) {
        List<EventContext> events = batch.events();
        events.forEach(EventContext::failUndecided);
        try {
            transact(events);
        } catch (NonTransientDataAccessException e) {
            LOG.warn("Processing a batch of events failed; they are processed one by one: {}", e.getMessage());
            events.forEach(this::actAlone);
        } catch (RuntimeException e) {
            begun.done(batch.id());
            throw e;
        }
        begun.done(batch.id());
        events.forEach(flood::note);
    }

    private void actAlone(EventContext event) {
        try {
            transact(List.of(event));
        } catch (NonTransientDataAccessException e) {
            event.failed(e);
            transact(List.of(event));
        }
    }

    private void transact(List<EventContext> events) {
        List<EventContext> wanted = events.stream()
                .filter(event -> event.failure() == null)
                .filter(event -> takesUp() || Boolean.TRUE.equals(event.tracked()))
                .toList();
        looks.register(vins(wanted), wanted.isEmpty() ? null : wanted.get(0).correlationId());
        transaction.executeWithoutResult(status -> {
            Set<String> held = due.lock(events);
            List<EventContext> ours =
                    events.stream().filter(event -> held.contains(event.key())).toList();
            List<EventContext> ignored = ignored(ours);
            List<EventContext> taken = ours.stream()
                    .filter(event -> event.failure() == null && !ignored.contains(event))
                    .toList();
            effects(taken);
            List<EventContext> failed =
                    ours.stream().filter(event -> event.failure() != null).toList();
            List<EventContext> acted =
                    taken.stream().filter(event -> event.failure() == null).toList();
            due.settle("acted", acted);
            due.settle("ignored", ignored);
            long dead = failed.stream().filter(due::fail).count();
            counts.add(acted.size(), ignored.size(), dead);
        });
    }

    /**
     * Work is asked for before vehicles are touched: whoever stores a description holds its work, and then goes on to
     * its vehicles. What would store more than may be stored has failed afterwards.
     */
    private void effects(List<EventContext> events) {
        looks.ask(
                events.stream()
                        .filter(EventContext::described)
                        .map(event -> new EventRefreshes.Wish(event.getVin(), event.again(), event.correlationId()))
                        .toList(),
                settings.lookAgainAfter());
        IdentityHashMap<OfferStatement, EventContext> said = new IdentityHashMap<>();
        List<OfferStatement> statements = new ArrayList<>();
        events.stream().filter(EventContext::says).forEach(event -> {
            statements.add(event.statement());
            said.put(statements.get(statements.size() - 1), event);
        });
        offers.take(statements).refused().forEach((statement, beyond) -> said.get(statement)
                .failed(beyond));
    }

    /** Events about vehicles that nobody tracks and no other event announces, if the settings ignore those. */
    private List<EventContext> ignored(List<EventContext> events) {
        if (takesUp() || events.isEmpty()) {
            return List.of();
        }
        Set<Vin> tracked = new HashSet<>(held.tracked(vins(events)));
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

    private static Set<Vin> vins(Collection<EventContext> events) {
        return events.stream().map(EventContext::getVin).collect(Collectors.toSet());
    }
}
