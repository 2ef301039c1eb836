package io.vinbridge.testing;

import java.util.SortedMap;
import java.util.TreeMap;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** What the clock of a node fires. */
public final class NodeTriggers {

    private NodeTriggers() {}

    /** The cron of each trigger by its name. */
    public static SortedMap<String, String> of(Node node) {
        Scheduler clock = node.bean(Scheduler.class);
        SortedMap<String, String> crons = new TreeMap<>();
        try {
            for (TriggerKey key : clock.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
                if (clock.getTrigger(key) instanceof CronTrigger trigger) {
                    crons.put(key.getName(), trigger.getCronExpression());
                }
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
        return crons;
    }
}
