package io.vinbridge.ops.routes;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The cluster's triggers, which outlive the nodes: one that no running route owns any more would fire for ever. Where
 * routes are only judged, there is no clock.
 */
@Component
class OrphanTriggers {

    private final CamelContext context;
    private final ObjectProvider<Scheduler> clock;

    OrphanTriggers(CamelContext context, ObjectProvider<Scheduler> clock) {
        this.context = context;
        this.clock = clock;
    }

    /** Starts the clock. */
    void start() throws SchedulerException {
        removeUnowned();
        clock.getObject().start();
    }

    /**
     * Takes away what nobody owns, such as the trigger of a schedule that is switched off or gone. Where another node
     * has just begun a schedule that this one does not know yet, it is scheduled again when it does.
     */
    void removeUnowned() throws SchedulerException {
        Set<TriggerKey> owned = context.getRoutes().stream()
                .filter(this::started)
                .map(Route::getEndpoint)
                .filter(QuartzEndpoint.class::isInstance)
                .map(endpoint -> ((QuartzEndpoint) endpoint).getTriggerKey())
                .collect(Collectors.toSet());
        Scheduler scheduler = clock.getObject();
        for (TriggerKey trigger : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
            if (!owned.contains(trigger)) {
                scheduler.unscheduleJob(trigger);
            }
        }
    }

    private boolean started(Route route) {
        return context.getRouteController().getRouteStatus(route.getRouteId()).isStarted();
    }
}
