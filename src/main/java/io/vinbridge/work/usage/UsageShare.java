package io.vinbridge.work.usage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Share of the billed calls of some days.
 *
 * @param name what they have in common: a day, a month, a cause, a service, a request key or a run
 * @param calls billed calls, each attempt counted
 * @param equal those of them whose answer was stored already
 * @param failed those that brought no answer
 * @param lost those that a process may have made that was gone before it could say
 * @param vehicles how many vehicles got something new
 * @param cost money, in hundredths at the finest; null where no price is set
 */
public record UsageShare(
        String name,
        long calls,
        long equal,
        long failed,
        long lost,
        long vehicles,
        @Nullable BigDecimal cost) {}
