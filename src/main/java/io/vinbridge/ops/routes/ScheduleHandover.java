package io.vinbridge.ops.routes;

import io.vinbridge.ops.routes.check.RouteFileName;
import io.vinbridge.refresh.schedules.Schedules;
import io.vinbridge.refresh.schedules.Schedules.Schedule;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Handover of due times while routes of schedules are exchanged: a schedule that fires meanwhile finds no route, and
 * none of its times may be lost or made up.
 */
@Component
class ScheduleHandover {

    private final Schedules schedules;

    ScheduleHandover(Schedules schedules) {
        this.schedules = schedules;
    }

    /** Schedules that are on now: their cron by name. */
    Map<String, String> crons() {
        return schedules.list().stream()
                .filter(Schedule::enabled)
                .collect(Collectors.toMap(Schedule::name, Schedule::cron));
    }

    /** Looks after those whose files were exchanged; {@code crons} are what held until then. */
    void exchanged(Collection<String> files, Map<String, String> crons) {
        for (String file : files) {
            String name = new RouteFileName(file).id();
            if (crons.containsKey(name)) {
                schedules.exchanged(name, crons.get(name));
            }
        }
    }
}
