package io.vinbridge.work;

import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A piece of work in this node's hands for the length of its lease. Its result counts only while the token is the
 * row's.
 *
 * @param attempts how often it was in hand, this time included
 * @param reservedOn the UTC day in whose budget one call for it is counted already; null where it is not billed
 * @param losses above 2 where nodes were lost over it: it is put aside
 * @param answered whether the store had the answer already when it was claimed, and any answer will do
 * @param calls counts the calls made for it while it is in hand
 * @param rerun whether a fetch that begins later was asked for meanwhile, which is known once it is finished
 * @param services counts the same calls by the service that was called, such as {@code ads} or {@code cvd}
 * @param holds the services that asked for a rest, and how long that lasts yet
 */
public record Claim(
        String key,
        String kind,
        Lane lane,
        String argument,
        Priority priority,
        CallCause cause,
        String correlationId,
        long token,
        int attempts,
        LocalDate reservedOn,
        int losses,
        boolean answered,
        AtomicInteger calls,
        AtomicBoolean rerun,
        Map<String, Integer> services,
        Map<String, Duration> holds) {

    private static final int MOST_LOSSES = 2;

    /** True if nodes were lost over it, once while nothing else was suspected. */
    public boolean endsNodes() {
        return losses > MOST_LOSSES;
    }

    /** From a row as camel-sql returns it. */
    public static Claim of(Map<String, Object> row) {
        Date reserved = (Date) row.get("reserved_on");
        return new Claim(
                (String) row.get("request_key"),
                (String) row.get("kind"),
                Lane.stored(((Number) row.get("lane")).intValue()),
                (String) row.get("argument"),
                Priority.stored(((Number) row.get("priority")).intValue()),
                CallCause.valueOf(((String) row.get("cause")).toUpperCase(Locale.ROOT)),
                (String) row.get("correlation_id"),
                ((Number) row.get("token")).longValue(),
                ((Number) row.get("attempts")).intValue(),
                reserved == null ? null : reserved.toLocalDate(),
                ((Number) row.get("losses")).intValue(),
                (Boolean) row.get("answered"),
                new AtomicInteger(),
                new AtomicBoolean(),
                new ConcurrentHashMap<>(),
                holds((String) row.get("holds")));
    }

    /** From text as in {@code cvd=30 vss=7}; null where there are none. */
    private static Map<String, Duration> holds(String text) {
        Map<String, Duration> holds = new ConcurrentHashMap<>();
        for (String hold : text == null ? new String[0] : text.split(" ", -1)) {
            int sign = hold.indexOf('=');
            holds.put(hold.substring(0, sign), Duration.ofSeconds(Long.parseLong(hold.substring(sign + 1))));
        }
        return holds;
    }
}
