package io.vinbridge.ops.routes.check;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.ops.routes.check.EndpointUse.Role;
import io.vinbridge.ops.routes.sftp.SftpRules;
import io.vinbridge.settings.Cron;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.support.PluginHelper;
import org.springframework.stereotype.Component;

/**
 * Rules for a route's endpoints: components that are offered, with options that exist and are offered, to hosts that
 * are allowed.
 */
@Component
class EndpointRules {

    private static final Set<String> COMMANDS = Set.of("SUBSCRIBE", "PSUBSCRIBE", "PUBLISH");
    private static final Set<String> REDIS_BEANS = Set.of("listenerContainer", "redisTemplate", "connectionFactory");
    private static final String MAPPINGS = RunningMappings.SCHEME + ":/";

    private final CamelContext context;
    private final OfferedSteps steps;
    private final RoutesSettings settings;
    private final SftpRules sftp;

    EndpointRules(CamelContext context, OfferedSteps steps, RoutesSettings settings, SftpRules sftp) {
        this.context = context;
        this.steps = steps;
        this.settings = settings;
        this.sftp = sftp;
    }

    /**
     * Judges an endpoint of a route.
     *
     * @param all the routes and mappings that it would run with
     * @throws Failure if the route may not have it
     */
    void check(EndpointUse use, String routeId, RouteSet all) {
        OfferedEndpoint offered = OfferedEndpoint.of(use.scheme())
                .filter(one -> one.fits(use.role()))
                .orElseThrow(() -> refused("a route may not " + use.role().words() + " " + use.scheme()
                        + "; offered to " + use.role().words() + " are " + others(use)));
        checkOptions(use, offered);
        checkBeans(use, offered);
        switch (offered) {
            case QUARTZ -> checkSchedule(use, routeId);
            case TIMER, LOG -> {}
            case REDIS -> checkRedis(use);
            case DIRECT -> checkDirect(use, routeId, all);
            case JSLT -> checkMapping(use, all);
            case HTTP, HTTPS -> checkHttp(use);
            case SFTP -> sftp.check(checkHost(use), use.toString(), use.parameters(), use.role() == Role.RECEIVES);
        }
    }

    private static String others(EndpointUse use) {
        return Arrays.stream(OfferedEndpoint.values())
                .filter(one -> one.fits(use.role()))
                .map(OfferedEndpoint::scheme)
                .collect(Collectors.joining(", "));
    }

    private void checkOptions(EndpointUse use, OfferedEndpoint offered) {
        EndpointValidationResult found =
                PluginHelper.getRuntimeCamelCatalog(context).validateProperties(use.scheme(), use.parameters());
        if (found.getUnknown() != null) {
            throw refused(use + " has no option " + String.join(", ", found.getUnknown()) + "; there are "
                    + String.join(", ", new TreeSet<>(offered.options())));
        }
        for (String option : use.parameters().keySet()) {
            if (!offered.options().contains(option)) {
                throw refused("the option " + option + " of " + use + " is not offered; offered are "
                        + String.join(", ", new TreeSet<>(offered.options())));
            }
        }
        checkValues(use, found.getInvalidInteger(), "a whole number");
        checkValues(use, found.getInvalidNumber(), "a number");
        checkValues(use, found.getInvalidBoolean(), "true or false");
        checkValues(use, found.getInvalidDuration(), "a duration");
        checkValues(use, found.getInvalidEnum(), "one of the words it knows");
    }

    private static void checkValues(EndpointUse use, Map<String, String> wrong, String what) {
        if (wrong != null && !wrong.isEmpty()) {
            throw refused("the option " + String.join(", ", wrong.keySet()) + " of " + use + " must be " + what);
        }
    }

    private void checkBeans(EndpointUse use, OfferedEndpoint offered) {
        use.parameters().forEach((option, value) -> {
            boolean bean = value.startsWith("#");
            if (bean && (offered != OfferedEndpoint.REDIS || value.contains(":"))) {
                throw refused("the option " + option + " of " + use + " may name no bean and no class");
            }
            if (bean && context.getRegistry().lookupByName(value.substring(1)) == null) {
                throw refused("the option " + option + " of " + use + " names " + value + ", which is not there");
            }
        });
    }

    private static void checkSchedule(EndpointUse use, String routeId) {
        if (!use.address().equals("schedules/" + routeId)) {
            throw refused("a schedule begins with quartz:schedules/" + routeId
                    + ", named like its route, so that the cluster has one trigger for it");
        }
        if (!"UTC".equals(use.parameters().get("trigger.timeZone"))) {
            throw refused("the parameter trigger.timeZone of " + use + " must be UTC");
        }
        String cron = use.parameters().getOrDefault("cron", "");
        String fault = Cron.fault(cron);
        if (fault != null) {
            throw refused("the cron \"" + cron + "\" of " + use + " is none: " + fault);
        }
    }

    private static void checkRedis(EndpointUse use) {
        if (!COMMANDS.contains(use.parameters().getOrDefault("command", ""))) {
            throw refused("the command of " + use + " must be one of " + String.join(", ", new TreeSet<>(COMMANDS)));
        }
        if (REDIS_BEANS.stream()
                .noneMatch(option -> use.parameters().getOrDefault(option, "").startsWith("#"))) {
            throw refused(use + " must name a connection of this service, such as listenerContainer:"
                    + " \"#eventsSubscription\", because routes reach no other Redis than its own");
        }
    }

    private void checkDirect(EndpointUse use, String routeId, RouteSet all) {
        if (use.role() == Role.BEGINS) {
            if (!use.address().equals(routeId)) {
                throw refused("a route that others send to begins with direct:" + routeId + ", named like itself");
            }
        } else if (!steps.uris().contains("direct:" + use.address())
                && all.text(use.address() + ".camel.yaml") == null) {
            throw refused("there is no step " + use + "; offered are "
                    + steps.uris().stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static void checkMapping(EndpointUse use, RouteSet all) {
        String name = use.address().startsWith(MAPPINGS) ? use.address().substring(MAPPINGS.length()) : "";
        if (all.text(name) == null) {
            throw refused("there is no mapping " + use.address()
                    + "; name a file beside the route as jslt:{{vinbridge.routes-location}}/NAME.jslt");
        }
    }

    private void checkHttp(EndpointUse use) {
        checkHost(use);
        if (!"true".equals(use.parameters().get("bridgeEndpoint"))) {
            throw refused(
                    "the parameter bridgeEndpoint of " + use + " must be true, so that no message says where it goes");
        }
    }

    private String checkHost(EndpointUse use) {
        String host = use.address().replaceFirst("[/?].*", "");
        if (!settings.hosts().contains(host)) {
            throw refused("routes may not " + use.role().words() + " " + host.replaceFirst(".*@", "")
                    + "; VINBRIDGE_ROUTES_HOSTS names those that they may reach");
        }
        return host;
    }

    private static Failure refused(String why) {
        return new Failure(Reason.INVALID_ROUTE, why);
    }
}
