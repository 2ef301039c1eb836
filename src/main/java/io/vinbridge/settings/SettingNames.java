package io.vinbridge.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LongestCommonSubsequenceDistance;

/** Spellings of a setting's name, and the known name that is nearest to one that is not. */
public final class SettingNames {

    private static final LongestCommonSubsequenceDistance DISTANCE = new LongestCommonSubsequenceDistance();

    private SettingNames() {}

    /** The variable of the environment for a property, such as {@code VINBRIDGE_WORK_FIRSTPAUSE}. */
    public static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    /** The same, with a dash as an underscore: {@code VINBRIDGE_WORK_FIRST_PAUSE}. */
    static String variableWithUnderscores(String property) {
        return property.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    /**
     * The one of the names that is least unlike the name that was written; letters and digits count alone. One that
     * ends like it comes first: the room in the middle was left out.
     */
    public static String nearest(String written, Collection<String> names) {
        String ending = plain(written.replaceFirst("^[A-Za-z]+[._]", ""));
        return names.stream()
                .min(Comparator.<String, Boolean>comparing(name -> !plain(name).endsWith(ending))
                        .thenComparing(name -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Number of letters and digits that one has and the other has not. */
    public static int distance(String one, String other) {
        return DISTANCE.apply(plain(one), plain(other));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
