package io.vinbridge.ops.routes.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The components that operators' routes may use, and of each the options: a component's other options may load classes,
 * call beans or write files.
 */
enum OfferedEndpoint {
    QUARTZ("quartz", true, false),
    TIMER("timer", true, false),
    REDIS("spring-redis", true, true),
    DIRECT("direct", true, true),
    LOG("log", false, true),
    JSLT("jslt", false, true),
    HTTP("http", false, true),
    HTTPS("https", false, true);

    private final String scheme;
    private final boolean begins;
    private final boolean receives;

    OfferedEndpoint(String scheme, boolean begins, boolean receives) {
        this.scheme = scheme;
        this.begins = begins;
        this.receives = receives;
    }

    /** The component of a scheme; empty where it is not offered. */
    static Optional<OfferedEndpoint> of(String scheme) {
        return Arrays.stream(values()).filter(one -> one.scheme.equals(scheme)).findFirst();
    }

    String scheme() {
        return scheme;
    }

    /** True if a route may begin with it, or else send to it. */
    boolean fits(boolean beginning) {
        return beginning ? begins : receives;
    }

    Set<String> options() {
        return switch (this) {
            case QUARTZ -> Set.of("cron", "trigger.timeZone", "trigger.misfireInstruction");
            case TIMER -> Set.of("period", "delay", "repeatCount", "fixedRate");
            case REDIS ->
                Set.of("command", "channels", "listenerContainer", "serializer", "redisTemplate", "connectionFactory");
            case DIRECT -> Set.of("block", "timeout", "failIfNoConsumers");
            case LOG -> Set.of("level", "showBody", "showHeaders", "showVariables", "multiline", "groupInterval");
            case JSLT -> Set.of("prettyPrint");
            case HTTP, HTTPS ->
                Set.of(
                        "bridgeEndpoint",
                        "httpMethod",
                        "connectTimeout",
                        "responseTimeout",
                        "throwExceptionOnFailure",
                        "disableStreamCache");
        };
    }
}
