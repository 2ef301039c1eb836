package io.vinbridge.ops.routes.check;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The components that operators' routes may use, and of each the options: a component's other options may load classes,
 * call beans or write files.
 */
enum OfferedEndpoint {
    QUARTZ("quartz", true, false, "groupName/triggerName"),
    TIMER("timer", true, false, "timerName"),
    REDIS("spring-redis", true, true, "host:port"),
    DIRECT("direct", true, true, "name"),
    LOG("log", false, true, "loggerName"),
    JSLT("jslt", false, true, "resourceUri"),
    HTTP("http", false, true, "httpUri"),
    HTTPS("https", false, true, "httpUri");

    private final String scheme;
    private final boolean begins;
    private final boolean receives;
    /** As Camel documents it, behind the scheme. */
    private final String path;

    OfferedEndpoint(String scheme, boolean begins, boolean receives, String path) {
        this.scheme = scheme;
        this.path = path;
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

    /** Takes the parts of the address out of the parameters, and joins them. */
    String address(Map<String, String> parameters) {
        return Stream.of(path.split("[/:]"))
                .map(parameters::remove)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(path.contains("/") ? "/" : ":"));
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
