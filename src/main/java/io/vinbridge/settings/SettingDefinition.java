package io.vinbridge.settings;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;

/**
 * One setting.
 *
 * @param name its property, such as {@code vinbridge.work.lease}
 * @param type what it is bound to
 * @param usual its default as it is written; empty where there is none, a list with commas
 * @param limits its least and most; null where its type says all
 * @param form form of a text; null where any will do
 * @param clusterWide true where it must be the same on all nodes
 */
public record SettingDefinition(
        String name, ResolvableType type, String usual, Limits limits, Text form, boolean clusterWide) {

    private static final Pattern SECRET = Pattern.compile(".*(secret|admin-key|secret-key|password)");

    /**
     * Form of a text.
     *
     * @param pattern regular expression that all of it matches, unless it is empty
     * @param words the same in words
     */
    record Text(String pattern, String words) {}

    /** True where its value is never shown. */
    public boolean secret() {
        return SECRET.matcher(name).matches();
    }

    /** Its name in the environment. */
    public String variable() {
        return SettingNames.variable(name);
    }

    /** Its least and most, or its form, in words; empty where any value of its type will do. */
    public String bounds() {
        if (limits != null) {
            return limits.least() + " to " + limits.most();
        }
        return form == null ? "" : form.words();
    }

    /** The type of the setting, or of each in its list. */
    Class<?> kind() {
        ResolvableType list = type.asCollection();
        return (list.equals(ResolvableType.NONE) ? type : list.getGeneric()).resolve(Object.class);
    }

    /** True of its name, and of the name of an element of its list or map. */
    boolean isCalled(ConfigurationPropertyName other) {
        ConfigurationPropertyName mine = ConfigurationPropertyName.of(name);
        return mine.equals(other) || (several() && mine.isAncestorOf(other));
    }

    /** True of the variable, and of one of an element of its list or map. */
    boolean isCalled(String variable) {
        return startsWith(variable, variable()) || startsWith(variable, SettingNames.variableWithUnderscores(name));
    }

    private boolean startsWith(String variable, String mine) {
        return variable.equals(mine) || (several() && variable.startsWith(mine + "_"));
    }

    private boolean several() {
        return !type.asCollection().equals(ResolvableType.NONE) || !type.asMap().equals(ResolvableType.NONE);
    }
}
