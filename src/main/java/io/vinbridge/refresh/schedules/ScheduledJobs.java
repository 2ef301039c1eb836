package io.vinbridge.refresh.schedules;

import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.camel.Header;
import org.quartz.CronTrigger;
import org.quartz.Trigger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What schedules do: each puts one piece of work into the queue, in the transaction that claims the fire. Without a trigger a person
 * wants it now, and there is nothing to claim.
 */
@Component
class ScheduledJobs {

    private final WorkQueue queue;
    private final FireLog fires;
    private final WorkRequests asks;

    ScheduledJobs(WorkQueue queue, FireLog fires, WorkRequests asks) {
        this.queue = queue;
        this.fires = fires;
        this.asks = asks;
    }

    @Transactional
    public void pollVersion(@Header("trigger") Trigger trigger, @Header("scheduledFireTime") Date scheduled) {
        act(asks.version(), trigger, scheduled);
    }

    @Transactional
    public void refreshAged(@Header("trigger") Trigger trigger, @Header("scheduledFireTime") Date scheduled) {
        act(asks.aged(), trigger, scheduled);
    }

    @Transactional
    public void syncCatalog(@Header("trigger") Trigger trigger, @Header("scheduledFireTime") Date scheduled) {
        act(asks.catalogSync(), trigger, scheduled);
    }

    @Transactional
    public void forgetOld(@Header("trigger") Trigger trigger, @Header("scheduledFireTime") Date scheduled) {
        act(asks.forgetting(), trigger, scheduled);
    }

    @Transactional
    public void checkPictures(@Header("trigger") Trigger trigger, @Header("scheduledFireTime") Date scheduled) {
        act(asks.pictureCheck(), trigger, scheduled);
    }

    private void act(WorkRequest ask, Trigger trigger, Date scheduled) {
        if (!(trigger instanceof CronTrigger cron) || claimed(cron, scheduled)) {
            queue.ask(List.of(ask));
        }
    }

    /** A node whose clock is fast fires before it is time: then the last time that was due is claimed, if nobody has yet. */
    private boolean claimed(CronTrigger trigger, Date scheduled) {
        Instant now = fires.now();
        String name = trigger.getKey().getName();
        if (scheduled != null && !scheduled.toInstant().isAfter(now)) {
            return fires.claim(name, scheduled.toInstant());
        }
        return DueTime.latest(trigger.getCronExpression(), now)
                .map(due -> fires.claim(name, due))
                .orElse(false);
    }
}
