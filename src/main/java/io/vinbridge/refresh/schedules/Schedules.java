package io.vinbridge.refresh.schedules;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.support.DefaultConsumer;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The schedules that this node has routes for. */
@Component
public class Schedules {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

    /** Delay of a fire after which the watch fires in its place: by then, the clock of each node has. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final CamelContext context;
    private final FireLog fires;

    Schedules(CamelContext context, FireLog fires) {
        this.context = context;
        this.fires = fires;
    }

    /**
     * A schedule.
     *
     * @param cron a Quartz cron expression, in UTC
     * @param lastFire the due time for which it acted last; null where it never has
     * @param nextFire null where there is none, or it is switched off
     */
    public record Schedule(String name, String cron, boolean enabled, Instant lastFire, Instant nextFire) {}

    /** All of them, by name. */
    public List<Schedule> list() {
        Instant now = fires.now();
        return routes().stream()
                .map(route -> schedule(route, now))
                .sorted(Comparator.comparing(Schedule::name))
                .toList();
    }

    /**
     * Runs a schedule now, whether it is due or switched off.
     *
     * @throws Failure if there is none of that name
     */
    public void run(String name) {
        Route route = routes().stream()
                .filter(one -> endpoint(one).getTriggerName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure(Reason.NOT_FOUND, "There is no schedule " + name));
        process(route, route.getEndpoint().createExchange());
    }

    /**
     * Looks after a schedule whose cron is another one from now on: acts for what was due by the one before and nobody
     * acted for, because the route was just exchanged; what the new one would have made due before is no concern of it.
     */
    public void exchanged(String name, String before) {
        Instant now = fires.now();
        routes().stream()
                .filter(route -> endpoint(route).getTriggerName().equals(name))
                .forEach(route -> {
                    DueTime.latest(before, now).ifPresent(due -> fireIfMissed(route, due));
                    DueTime.latest(endpoint(route).getCron(), now).ifPresent(due -> fires.skip(name, due));
                });
    }

    /** Acts for due times that passed on the database's clock and that nobody acted for. */
    void fireMissed() {
        Instant now = fires.now();
        routes().stream().filter(this::started).forEach(route -> fireMissed(route, now));
    }

    private void fireMissed(Route route, Instant now) {
        QuartzEndpoint endpoint = endpoint(route);
        Instant due = DueTime.latest(endpoint.getCron(), now).orElse(null);
        if (due == null) {
            return;
        }
        Optional<Instant> last = fires.last(endpoint.getTriggerName());
        if (last.isEmpty()) {
            fires.startFrom(endpoint.getTriggerName(), due);
        } else if (due.isBefore(now.minus(GRACE))) {
            fireIfMissed(route, due);
        }
    }

    private void fireIfMissed(Route route, Instant due) {
        QuartzEndpoint endpoint = endpoint(route);
        boolean missed = fires.last(endpoint.getTriggerName())
                .map(last -> last.isBefore(due))
                .orElse(false);
        if (missed) {
            LOG.warn("Schedule {} missed its due time {}; it runs now", endpoint.getTriggerName(), due);
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setHeader("trigger", trigger(endpoint));
            exchange.getMessage().setHeader("scheduledFireTime", Date.from(due));
            process(route, exchange);
        }
    }

    private static CronTrigger trigger(QuartzEndpoint endpoint) {
        return TriggerBuilder.newTrigger()
                .withIdentity(endpoint.getTriggerName(), endpoint.getGroupName())
                .withSchedule(CronScheduleBuilder.cronSchedule(endpoint.getCron()))
                .build();
    }

    private static void process(Route route, Exchange exchange) {
        try {
            ((DefaultConsumer) route.getConsumer()).getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        Exception failed = exchange.getException();
        if (failed instanceof Failure told) {
            throw told;
        }
        if (failed != null) {
            throw new Failure(Reason.STORE_UNAVAILABLE, "The schedule could not act: " + failed);
        }
    }

    private Schedule schedule(Route route, Instant now) {
        QuartzEndpoint endpoint = endpoint(route);
        boolean enabled = started(route);
        return new Schedule(
                endpoint.getTriggerName(),
                endpoint.getCron(),
                enabled,
                fires.acted(endpoint.getTriggerName()).orElse(null),
                enabled ? DueTime.next(endpoint.getCron(), now).orElse(null) : null);
    }

    private List<Route> routes() {
        return context.getRoutes().stream()
                .filter(route -> route.getEndpoint() instanceof QuartzEndpoint endpoint && endpoint.getCron() != null)
                .toList();
    }

    private boolean started(Route route) {
        return context.getRouteController().getRouteStatus(route.getRouteId()).isStarted();
    }

    private static QuartzEndpoint endpoint(Route route) {
        return (QuartzEndpoint) route.getEndpoint();
    }
}
