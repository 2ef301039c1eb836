package io.vinbridge.refresh.schedules;

import java.time.Instant;
import java.util.Date;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.quartz.CronTrigger;

/**
 * Fire of a schedule, as its route began with it. It stands where no route can write: whoever made one up could have
 * another schedule's due time count as acted for.
 *
 * @param due what the scheduler says it is for; null where it does not
 */
public record Fire(String schedule, String cron, Instant due) {

    /** The exchange's property that holds it. */
    public static final String PROPERTY = "vinbridge.fire";

    private static final String TRIGGER = "trigger";
    private static final String SCHEDULED = "scheduledFireTime";

    /**
     * Notes it from the objects that the scheduler sends along, which lead to the scheduler itself and are not for
     * routes.
     */
    public static void note(Exchange exchange) {
        Message message = exchange.getMessage();
        if (message.getHeader(TRIGGER) instanceof CronTrigger trigger) {
            Object scheduled = message.getHeader(SCHEDULED);
            exchange.setProperty(
                    PROPERTY,
                    new Fire(
                            trigger.getKey().getName(),
                            trigger.getCronExpression(),
                            scheduled instanceof Date date ? date.toInstant() : null));
            message.setHeader("triggerName", trigger.getKey().getName());
        }
    }
}
