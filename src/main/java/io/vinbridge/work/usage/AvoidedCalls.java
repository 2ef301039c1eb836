package io.vinbridge.work.usage;

import io.vinbridge.work.CallCause;
import jakarta.annotation.PreDestroy;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counters of calls that did not have to be made. They are counted in memory and written together, so that nobody waits
 * for a count: counts that a killed process had not written yet are missing in the report, which is a report and no
 * ledger.
 */
@Component
public class AvoidedCalls {

    /** Reason for which a call did not have to be made. */
    public enum How {
        /** Another VIN of the same pattern had paid. */
        SHARING,
        /** What is stored is fresh. */
        FRESHNESS,
        /** The free decode says that there is nothing to be had. */
        DECODE
    }

    private static final String ADD = """
            INSERT INTO avoided_calls AS a (day, cause, how, calls) VALUES ((now() AT TIME ZONE 'UTC')::date, :cause, :how, :calls)
            ON CONFLICT (day, cause, how) DO UPDATE SET calls = a.calls + excluded.calls
            """;

    private final JdbcClient jdbc;
    private final Map<Counted, Integer> counts = new ConcurrentHashMap<>();

    AvoidedCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Counted(CallCause cause, How how) implements Comparable<Counted> {
        @Override
        public int compareTo(Counted other) {
            int byCause = cause.compareTo(other.cause);
            return byCause == 0 ? how.compareTo(other.how) : byCause;
        }
    }

    /** Notes that so many calls were not made. */
    public void note(CallCause cause, How how, int calls) {
        if (calls > 0) {
            counts.merge(new Counted(cause, how), calls, Integer::sum);
        }
    }

    /**
     * Writes what was counted since the last time, in one order on all nodes; what cannot be written now is written the
     * next time.
     */
    @PreDestroy
    public void write() {
        for (Counted counted : new TreeMap<>(counts).keySet()) {
            Integer calls = counts.remove(counted);
            if (calls == null) {
                continue;
            }
            try {
                jdbc.sql(ADD)
                        .param("cause", counted.cause.word())
                        .param("how", counted.how.name().toLowerCase(Locale.ROOT))
                        .param("calls", calls)
                        .update();
            } catch (RuntimeException e) {
                note(counted.cause, counted.how, calls);
                throw e;
            }
        }
    }
}
