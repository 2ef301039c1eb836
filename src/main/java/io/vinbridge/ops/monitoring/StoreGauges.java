package io.vinbridge.ops.monitoring;

import io.vinbridge.work.Lane;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gauges over stored data. The tables are other rooms'; with all statements here, their cost can be compared side by
 * side.
 */
final class StoreGauges {

    private static final String UP_TO = " LIMIT " + StoreGauge.MOST;

    private static final String DUE = Arrays.stream(Lane.values())
            .map(lane -> "(%d, '%s')".formatted(lane.level(), lane.word()))
            .collect(Collectors.joining(", ", "FROM (VALUES ", ") AS lanes (lane, word)\nCROSS JOIN LATERAL (\n"));

    static final List<StoreGauge> ALL = List.of(
            new StoreGauge(
                    StoreGauge.QUEUE_DUE,
                    "Due work that no node has claimed, by lane; at most 10,000 are counted",
                    "SELECT word AS lane, count AS value " + DUE
                            + "SELECT count(*) FROM (SELECT w.* FROM (VALUES (0), (1), (2), (3)) AS urgency (priority)"
                            + " CROSS JOIN LATERAL (SELECT FROM work WHERE lane = lanes.lane AND priority = urgency.priority"
                            + " AND due_at <= now()" + UP_TO + ") w" + UP_TO + ") found) counted"),
            new StoreGauge(
                    "vinbridge.queue.oldest.seconds",
                    "Age of the oldest due work, by lane",
                    "SELECT word AS lane, coalesce(extract(epoch FROM now() - oldest), 0) AS value " + DUE + """
                            SELECT min(first.due_at) AS oldest FROM (VALUES (0), (1), (2), (3)) AS urgency (priority)
                            CROSS JOIN LATERAL (SELECT due_at FROM work WHERE lane = lanes.lane AND priority = urgency.priority
                                AND due_at <= now() ORDER BY due_at LIMIT 1) first) found
                            """),
            new StoreGauge(
                    "vinbridge.queue.held",
                    "Work in flight on all nodes",
                    "SELECT count(*) AS value FROM work WHERE token IS NOT NULL AND due_at > now()"),
            new StoreGauge(
                    StoreGauge.BUDGET_SPENT,
                    "Billed calls of this UTC day",
                    "SELECT coalesce((SELECT spent FROM budget WHERE day = (now() AT TIME ZONE 'UTC')::date), 0) AS value"),
            new StoreGauge(StoreGauge.CALLS_HELD, "For how long a service asked to be left alone yet", """
                    SELECT service, greatest(0, coalesce(extract(epoch FROM held_until - now()), 0)) AS value
                    FROM (VALUES ('ads'), ('cvd'), ('vss'), ('media')) AS services (service) LEFT JOIN call_holds USING (service)
                    """),
            new StoreGauge(StoreGauge.DEAD_LETTERS, "Dead letters by source; at most 10,000 are counted", """
                    SELECT source, count(*) AS value FROM (SELECT source FROM dead_letters LIMIT 10000) found GROUP BY source
                    UNION ALL SELECT 'any', count(*) FROM (SELECT FROM dead_letters LIMIT 10000) found
                    """),
            new StoreGauge(
                    StoreGauge.INBOX_DUE,
                    "Events that wait to be processed; at most 10,000 are counted",
                    "SELECT count(*) AS value FROM (SELECT FROM inbox WHERE due_at <= now()" + UP_TO + ") found"),
            new StoreGauge(
                    "vinbridge.inbox.oldest.seconds",
                    "Age of the oldest due event",
                    "SELECT coalesce(extract(epoch FROM now() - min(due_at)), 0) AS value FROM inbox WHERE due_at <= now()"),
            new StoreGauge(StoreGauge.EVENTS_TAKEN, "Events received by channel and outcome, since the beginning", """
                    SELECT channel, outcome, sum(n) AS value FROM intake_counts CROSS JOIN LATERAL
                        (VALUES ('accepted', accepted), ('duplicate', duplicate), ('dead', dead)) AS counts (outcome, n)
                    GROUP BY channel, outcome
                    """),
            new StoreGauge(StoreGauge.EVENTS_ACTED, "Events processed by outcome, since the beginning", """
                    SELECT outcome, sum(n) AS value FROM acting_counts CROSS JOIN LATERAL
                        (VALUES ('acted', acted), ('ignored', ignored), ('dead', dead)) AS counts (outcome, n)
                    GROUP BY outcome
                    """),
            new StoreGauge(
                    StoreGauge.FEED_BEHIND,
                    "Changes that a reader of the feed has not passed on yet",
                    "SELECT name AS reader, head - position AS value FROM feed_consumers CROSS JOIN feed_head"),
            new StoreGauge(
                    StoreGauge.FEED_HEAD, "Position of the newest change", "SELECT head AS value FROM feed_head"),
            new StoreGauge(
                    StoreGauge.WEBHOOKS_RESTING,
                    "Webhooks that rest because their receivers fail",
                    // Between two rests too: the one delivery that is tried then changes nothing unless it is taken.
                    "SELECT count(*) AS value FROM webhooks WHERE enabled AND isfinite(resting_until)"),
            new StoreGauge("vinbridge.webhooks.oldest.seconds", "For how long the oldest delivery has been due", """
                    SELECT coalesce(extract(epoch FROM now() - min(first.due_at)), 0) AS value FROM webhooks w
                    CROSS JOIN LATERAL (SELECT d.due_at FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.state = 'pending'
                        AND d.due_at <= now() ORDER BY d.due_at LIMIT 1) first
                    WHERE w.enabled
                    """),
            new StoreGauge("vinbridge.descriptions.oldest.seconds", "Age of the oldest description in demand", """
                    SELECT coalesce(extract(epoch FROM now() - (SELECT looked_at FROM descriptions
                        WHERE NOT resting AND outcome = 'described' ORDER BY looked_at LIMIT 1)), 0) AS value
                    """),
            new StoreGauge(
                    "vinbridge.vpic.disagreements",
                    "Vehicles of which NHTSA's data says otherwise than ChromeData, by field; at most 10,000 are counted",
                    """
                    SELECT fields.field, count(found.field) AS value
                    FROM unnest(ARRAY['make', 'model', 'modelYear', 'bodyType', 'drivetrain', 'cylinders', 'displacement', 'fuel'])
                        AS fields (field)
                    LEFT JOIN (SELECT unnest(disputed) AS field FROM
                        (SELECT disputed FROM vehicles WHERE disputed_since IS NOT NULL LIMIT 10000) part) found USING (field)
                    GROUP BY fields.field
                    """),
            new StoreGauge("vinbridge.stored", "About how much is stored, as PostgreSQL's statistics have it", """
                    SELECT relname AS thing, greatest(reltuples, 0) AS value FROM pg_class
                    WHERE oid = ANY (ARRAY['vehicles', 'documents', 'images', 'pictures', 'changes', 'work']::regclass[])
                    """),
            new StoreGauge("vinbridge.runs", "Refresh runs by state", """
                    SELECT lower(state) AS state, count(r.number) AS value FROM (VALUES ('RUNNING'), ('PAUSED')) AS open (state)
                    LEFT JOIN refresh_runs r USING (state) GROUP BY state
                    """));

    private StoreGauges() {}
}
