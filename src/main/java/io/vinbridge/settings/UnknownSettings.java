package io.vinbridge.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Finder of names in the service's name spaces that are none of its settings: in the environment, on the command line,
 * in files and among the system's properties. A misspelt budget would be no budget.
 */
final class UnknownSettings {

    /** Where operators' routes have keys of their own. */
    private static final String VALUES = "vinbridge.values.";

    /** Schedules of operators' own routes may be called anything that is not nearly one of ours. */
    private static final String SCHEDULES = "vinbridge.schedules.";

    private static final int NEARLY = 3;

    /** What the code itself sets. */
    private static final String OWN = "defaultProperties";

    private static final Pattern OURS = Pattern.compile("(vinbridge|chromedata)[._].+", Pattern.CASE_INSENSITIVE);

    /** What Kubernetes makes for a Service of that name, in every pod that starts after it. */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile("((VINBRIDGE|CHROMEDATA)(_[A-Z0-9]+)*?)_(SERVICE_.*|PORT(_.*)?)");

    /** Where {@code bin/watch-refresh} finds a node. */
    private static final Set<String> OF_CLIENTS = Set.of("VINBRIDGE_URL", "VINBRIDGE_KEY");

    /** Treatment of what is found. */
    enum Treatment {
        /** The service does not start. */
        REFUSE,
        /** It starts, and says so: an older version on the settings of a newer one. */
        WARN;

        static Treatment of(Binder binder) {
            try {
                return binder.bind("vinbridge.settings.unknown", Treatment.class)
                        .orElse(REFUSE);
            } catch (BindException e) {
                return REFUSE; // What is wrong with it is told beside the others.
            }
        }
    }

    private final SettingCatalog catalog;

    UnknownSettings(SettingCatalog catalog) {
        this.catalog = catalog;
    }

    /** A sentence for each, with the nearest known name. */
    List<String> of(ConfigurableEnvironment environment) {
        List<String> unknown = new ArrayList<>();
        environment.getPropertySources().stream()
                .filter(source -> source instanceof EnumerablePropertySource<?>
                        && !source.getName().equals(OWN))
                .map(source -> (EnumerablePropertySource<?>) source)
                .forEach(source -> names(source)
                        .map(name -> isVariable(source) ? variable(name, source) : property(name))
                        .filter(fault -> fault != null)
                        .forEach(unknown::add));
        return unknown.stream().distinct().sorted().toList();
    }

    private static Stream<String> names(EnumerablePropertySource<?> source) {
        return Arrays.stream(source.getPropertyNames())
                .filter(name -> OURS.matcher(name).matches());
    }

    private static boolean isVariable(EnumerablePropertySource<?> source) {
        return source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    private String variable(String name, EnumerablePropertySource<?> environment) {
        String upper = name.toUpperCase(Locale.ROOT).replace('.', '_');
        if (upper.startsWith(SettingNames.variable(VALUES))
                || OF_CLIENTS.contains(upper)
                || ofKubernetes(upper, environment)
                || catalog.all().stream().anyMatch(setting -> setting.isCalled(upper))) {
            return null;
        }
        String nearest = SettingNames.nearest(
                name, catalog.all().stream().map(SettingDefinition::variable).toList());
        return fault(name, nearest, SettingNames.variable(SCHEDULES));
    }

    private static boolean ofKubernetes(String variable, EnumerablePropertySource<?> environment) {
        Matcher service = OF_A_SERVICE.matcher(variable);
        return service.matches()
                && (service.group(1).equals("VINBRIDGE")
                        || environment.containsProperty(service.group(1) + "_SERVICE_HOST"));
    }

    private String property(String name) {
        ConfigurationPropertyName written = ConfigurationPropertyName.adapt(name, '.');
        if (ConfigurationPropertyName.of(VALUES.substring(0, VALUES.length() - 1))
                        .isAncestorOf(written)
                || catalog.all().stream().anyMatch(setting -> setting.isCalled(written))) {
            return null;
        }
        return fault(
                name,
                SettingNames.nearest(
                        name,
                        catalog.all().stream().map(SettingDefinition::name).toList()),
                SCHEDULES);
    }

    private static String fault(String name, String nearest, String schedules) {
        boolean own = name.startsWith(schedules) && SettingNames.distance(name, nearest) > NEARLY;
        return own ? null : name + " is no setting; the nearest is " + nearest + ".";
    }
}
