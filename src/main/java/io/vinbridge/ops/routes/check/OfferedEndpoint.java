package io.vinbridge.ops.routes.check;

import io.vinbridge.ops.routes.check.EndpointUse.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The components that operators' routes may use, and of each the options: a component's other options may load classes,
 * call beans or write files.
 */
enum OfferedEndpoint {
    QUARTZ("quartz", "groupName/triggerName", Role.BEGINS),
    TIMER("timer", "timerName", Role.BEGINS),
    REDIS("spring-redis", "host:port", Role.BEGINS, Role.RECEIVES),
    DIRECT("direct", "name", Role.BEGINS, Role.RECEIVES),
    LOG("log", "loggerName", Role.RECEIVES),
    JSLT("jslt", "resourceUri", Role.RECEIVES),
    HTTP("http", "httpUri", Role.RECEIVES),
    HTTPS("https", "httpUri", Role.RECEIVES),
    SFTP("sftp", "host:port/directoryName", Role.RECEIVES, Role.IS_POLLED);

    private static final Pattern PART = Pattern.compile("([/:]?)([A-Za-z]+)");

    private final String scheme;
    private final boolean begins;
    private final boolean receives;
    private final boolean isPolled;
    /** As Camel documents it, behind the scheme. */
    private final String path;

    OfferedEndpoint(String scheme, String path, Role... roles) {
        this.scheme = scheme;
        this.path = path;
        this.begins = List.of(roles).contains(Role.BEGINS);
        this.receives = List.of(roles).contains(Role.RECEIVES);
        this.isPolled = List.of(roles).contains(Role.IS_POLLED);
    }

    /** The component of a scheme; empty where it is not offered. */
    static Optional<OfferedEndpoint> of(String scheme) {
        return Arrays.stream(values()).filter(one -> one.scheme.equals(scheme)).findFirst();
    }

    String scheme() {
        return scheme;
    }

    boolean fits(Role role) {
        return switch (role) {
            case BEGINS -> begins;
            case RECEIVES -> receives;
            case IS_POLLED -> isPolled;
        };
    }

    /** Takes the parts of the address out of the parameters, and joins them. */
    String address(Map<String, String> parameters) {
        StringBuilder address = new StringBuilder();
        PART.matcher(path).results().forEach(part -> {
            String value = parameters.remove(part.group(2));
            if (value != null) {
                address.append(address.isEmpty() ? "" : part.group(1)).append(value);
            }
        });
        return address.toString();
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
            case SFTP ->
                Set.of(
                        "fileName",
                        "antInclude",
                        "doneFileName",
                        "delete",
                        "move",
                        "moveFailed",
                        "readLockMinAge",
                        "readLockCheckInterval",
                        "readLockTimeout",
                        "fileExist",
                        "connectTimeout");
        };
    }
}
