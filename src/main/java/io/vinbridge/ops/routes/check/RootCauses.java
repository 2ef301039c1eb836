package io.vinbridge.ops.routes.check;

import java.util.ArrayList;
import java.util.List;

/** Root cause of a failure, in words for the author of the route. */
public final class RootCauses {

    private RootCauses() {}

    /**
     * The two innermost reasons: Camel wraps them in what it was doing, and the innermost alone may not say of what it
     * speaks.
     */
    public static String of(Throwable thrown) {
        List<String> reasons = new ArrayList<>();
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (one.getMessage() != null
                    && (one.getCause() == null
                            || !one.getMessage().contains(one.getCause().toString()))) {
                reasons.add(one.getMessage());
            }
        }
        return reasons.isEmpty()
                ? thrown.toString()
                : String.join(": ", reasons.subList(Math.max(0, reasons.size() - 2), reasons.size()));
    }
}
