package io.vinbridge.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.util.unit.DataSize;

/** Judge of what the settings are set to: each is read as its type, and held against its least and most. */
final class SettingValues {

    private static final int SHOWN = 60;

    private final SettingCatalog catalog;
    private final Binder binder;

    SettingValues(SettingCatalog catalog, Binder binder) {
        this.catalog = catalog;
        this.binder = binder;
    }

    /** A sentence for each that cannot be read, or is out of its bounds. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        List<SettingDefinition> all = new ArrayList<>(catalog.all());
        all.addAll(SettingCatalog.ofSpring());
        for (SettingDefinition setting : all) {
            try {
                Object value = value(setting);
                if (value != null && !within(setting, value)) {
                    faults.add(name(setting) + written(setting) + ", and must be " + words(setting) + ".");
                } else if (value instanceof String cron
                        && setting.name().endsWith(".cron")
                        && Cron.fault(cron) != null) {
                    faults.add(name(setting) + written(setting) + ", but " + Cron.fault(cron) + ".");
                }
            } catch (BindException e) {
                faults.add(name(setting) + written(setting) + ", and must be " + type(setting) + bounds(setting) + ".");
            }
        }
        return faults;
    }

    /** What the setting is set to; null where it is not set. */
    Object value(SettingDefinition setting) {
        return binder.bind(setting.name(), Bindable.of(setting.type())).orElse(null);
    }

    private static boolean within(SettingDefinition setting, Object value) {
        if (setting.limits() != null) {
            return setting.limits().admit(value);
        }
        return setting.form() == null || several(value).stream().allMatch(one -> has(setting.form(), one.toString()));
    }

    private static boolean has(SettingDefinition.Text form, String text) {
        return text.isEmpty() || Pattern.matches(form.pattern(), text);
    }

    private static Collection<?> several(Object value) {
        return value instanceof Collection<?> all ? all : List.of(value);
    }

    private static String name(SettingDefinition setting) {
        return setting.variable() + " (" + setting.name() + ")";
    }

    private String written(SettingDefinition setting) {
        if (setting.secret()) {
            return " is not shown";
        }
        String text = ShownAddress.of(text(setting, binder));
        return " is " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text);
    }

    /** What the setting is set to as it is written, a list with commas; its default where it is not set. */
    static String text(SettingDefinition setting, Binder binder) {
        return binder.bind(setting.name(), Bindable.listOf(String.class))
                .map(list -> list.stream().filter(Objects::nonNull).collect(Collectors.joining(",")))
                .orElse(setting.usual());
    }

    private static String words(SettingDefinition setting) {
        return setting.limits() == null
                ? setting.form().words()
                : "at least " + setting.limits().least() + " and at most "
                        + setting.limits().most();
    }

    private static String bounds(SettingDefinition setting) {
        return setting.bounds().isEmpty() ? "" : ", " + words(setting);
    }

    private static String type(SettingDefinition setting) {
        Class<?> kind = setting.kind();
        if (kind == Duration.class) {
            return "a duration such as 30s, 5m or 1d";
        } else if (kind == DataSize.class) {
            return "a size such as 256KB or 64MB";
        } else if (kind == Boolean.class || kind == boolean.class) {
            return "true or false";
        } else if (kind == URI.class) {
            return "an address";
        } else if (kind == Pattern.class) {
            return "a regular expression";
        } else if (kind == Path.class) {
            return "a path";
        } else if (kind.isEnum()) {
            return "one of "
                    + Arrays.stream(kind.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return kind == double.class || kind == float.class || kind == BigDecimal.class ? "a number" : "a whole number";
    }
}
