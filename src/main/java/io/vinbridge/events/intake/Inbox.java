package io.vinbridge.events.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.events.EventSettings;
import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.VehicleEvent;
import io.vinbridge.events.formats.ParsedEvent;
import io.vinbridge.events.formats.ParsedEvent.Unclear;
import io.vinbridge.events.formats.ParsedEvent.Understood;
import io.vinbridge.events.formats.ParsedEvents;
import io.vinbridge.events.intake.Receipt.Outcome;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactional inbox: stores each event once (deduplication by key) before its sender is told that it is accepted. */
@Component
public class Inbox {

    private static final String TAKE = """
            INSERT INTO inbox (key, channel, kind, vin, event, occurred_at, correlation_id)
            SELECT decode(e.key, 'hex'), :channel, e.kind, e.vin, e.event,
                least(coalesce(e.at::timestamptz, now()), now() + :tolerance::interval), e.correlation_id
            FROM unnest(:keys::text[], :kinds::text[], :vins::text[], :events::text[], :times::text[], :correlationIds::text[])
                AS e (key, kind, vin, event, at, correlation_id)
            ORDER BY 1
            ON CONFLICT (key) DO NOTHING
            RETURNING encode(key, 'hex')
            """;

    /**
     * Keys that are in the inbox for sure, for much shorter than they are kept there: what has one of them is a
     * duplicate.
     */
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(50_000)
            .build();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final UnparsedEvents unclear;
    private final IntakeCounts counts;
    private final EventSettings settings;

    Inbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            UnparsedEvents unclear,
            IntakeCounts counts,
            EventSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.unclear = unclear;
        this.counts = counts;
        this.settings = settings;
    }

    /**
     * Writes down what is new, leaves dead letters of what is not understood, and counts, all in one transaction. Where
     * the database takes something in them for no data, each is stored by itself, and what that is becomes a dead
     * letter: it must not keep the others from being stored, for ever.
     */
    public List<Receipt> store(ParsedEvents readings) {
        try {
            return storeTogether(readings);
        } catch (DataIntegrityViolationException e) {
            return readings.list().stream()
                    .map(reading -> storeAlone(readings.channel(), reading))
                    .toList();
        }
    }

    private Receipt storeAlone(IntakeChannel channel, ParsedEvent reading) {
        try {
            return storeTogether(new ParsedEvents(channel, List.of(reading))).get(0);
        } catch (DataIntegrityViolationException e) {
            if (!(reading instanceof Understood event)) {
                throw e;
            }
            Failure failure = new Failure(Reason.INVALID_EVENT, "The database does not take it");
            byte[] body = event.json().getBytes(StandardCharsets.UTF_8);
            ParsedEvent dead = new Unclear(event.key(), body, failure, event.correlationId());
            return storeTogether(new ParsedEvents(channel, List.of(dead))).get(0);
        }
    }

    private List<Receipt> storeTogether(ParsedEvents readings) {
        Sorted sorted = sort(readings);
        Set<String> taken = transaction.execute(status -> {
            Set<String> fresh = write(readings, sorted, 1);
            counts.add(readings.channel(), readings.list().size(), fresh.size(), sorted.dead.size());
            return fresh;
        });
        sorted.once.keySet().forEach(key -> known.put(key, true));
        return receipts(readings, new HashSet<>(taken));
    }

    /** The same with what came in and was counted before, in the caller's transaction. */
    void storeAgain(ParsedEvents readings, int attempts) {
        write(readings, sort(readings), attempts);
    }

    private Set<String> write(ParsedEvents readings, Sorted sorted, int attempts) {
        unclear.leave(readings.channel(), sorted.dead, attempts);
        return take(readings.channel().word(), sorted.once.values());
    }

    private Sorted sort(ParsedEvents readings) {
        Map<String, Understood> once = new LinkedHashMap<>();
        List<Unclear> dead = new ArrayList<>();
        for (ParsedEvent reading : readings.list()) {
            if (reading instanceof Unclear one) {
                dead.add(one);
            } else if (known.getIfPresent(reading.key()) == null) {
                once.putIfAbsent(reading.key(), (Understood) reading);
            }
        }
        return new Sorted(once, dead);
    }

    /** Events that may be new, by key, and messages that are not understood. */
    private record Sorted(Map<String, Understood> once, List<Unclear> dead) {}

    /** True if there is an event of this key. */
    boolean has(String key) {
        return known.getIfPresent(key) != null
                || jdbc.sql("SELECT 1 FROM inbox WHERE key = decode(:key, 'hex')")
                        .param("key", key)
                        .query(Integer.class)
                        .optional()
                        .isPresent();
    }

    private static List<Receipt> receipts(ParsedEvents readings, Set<String> taken) {
        List<Receipt> receipts = new ArrayList<>(readings.list().size());
        for (ParsedEvent reading : readings.list()) {
            Outcome outcome = reading instanceof Unclear
                    ? Outcome.DEAD
                    : taken.remove(reading.key()) ? Outcome.ACCEPTED : Outcome.DUPLICATE;
            receipts.add(new Receipt(reading, outcome));
        }
        return receipts;
    }

    private Set<String> take(String channel, Collection<Understood> events) {
        if (events.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql(TAKE)
                .param("channel", channel)
                .param("tolerance", settings.tolerance().toString())
                .param("keys", ArrayColumn.TEXT.of(events, Understood::key))
                .param("kinds", ArrayColumn.TEXT.of(events, one -> one.event().kind()))
                .param(
                        "vins",
                        ArrayColumn.TEXT.of(events, one -> one.event().vin().value()))
                .param("events", ArrayColumn.TEXT.of(events, Understood::json))
                .param("times", ArrayColumn.TEXT.of(events, one -> at(one.event())))
                .param("correlationIds", ArrayColumn.TEXT.of(events, Understood::correlationId))
                .query(String.class)
                .set();
    }

    private static String at(VehicleEvent event) {
        return event.at() == null ? null : event.at().toString();
    }
}
