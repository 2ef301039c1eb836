package io.vinbridge.ops.monitoring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Limit of warnings and errors that repeat themselves, those of libraries too: of one place in the code, the first ten
 * in a minute are logged, and the rest are counted and told of in one line at its end. A fault that lasts an hour is
 * seen, and fills no disk.
 */
public final class RepeatedWarnings extends TurboFilter implements ApplicationListener<ApplicationPreparedEvent> {

    private static final int IN_A_MINUTE = 10;

    private final Cache<Place, AtomicLong> places = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(1000)
            .scheduler(Scheduler.systemScheduler())
            .removalListener(RepeatedWarnings::tell)
            .build();

    /** A place in the code, as its logger and the text before values are put in know it. */
    private record Place(Logger logger, Level level, String text) {}

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getTurboFilterList().stream().noneMatch(RepeatedWarnings.class::isInstance)) {
            context.addTurboFilter(this);
        }
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String text, Object[] values, Throwable thrown) {
        if (text == null
                || !level.isGreaterOrEqual(Level.WARN)
                || logger.getName().equals(RepeatedWarnings.class.getName())) {
            return FilterReply.NEUTRAL;
        }
        long number = places.get(new Place(logger, level, text), place -> new AtomicLong())
                .incrementAndGet();
        return number <= IN_A_MINUTE ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    private static void tell(Place place, AtomicLong number, RemovalCause cause) {
        if (place != null && number != null && number.get() > IN_A_MINUTE) {
            LoggerFactory.getLogger(RepeatedWarnings.class)
                    .warn(
                            "{} more in the last minute of {}: {}",
                            number.get() - IN_A_MINUTE,
                            place.logger().getName(),
                            place.text());
        }
    }
}
