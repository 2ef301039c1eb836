package io.vinbridge.settings;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Verdict on everything that an operator set.
 *
 * @param faults a sentence for each reason not to start
 * @param warnings a sentence for each thing to look at
 * @param unknown true where a name that is no setting is among the faults
 */
public record SettingsVerdict(List<String> faults, List<String> warnings, boolean unknown) {

    /** The verdict on an environment whose files of settings were read. */
    public static SettingsVerdict of(ConfigurableEnvironment environment) {
        SettingCatalog catalog = SettingCatalog.read();
        Binder binder = Binder.get(environment);
        List<String> unknown = new UnknownSettings(catalog).of(environment);
        List<String> faults = new SettingValues(catalog, binder).faults();
        SettingCombinations combinations = new SettingCombinations(catalog, binder);
        // What cannot be read alone cannot be compared either.
        List<String> together = faults.isEmpty() ? combinations.faults() : List.of();
        List<String> warnings = new ArrayList<>(faults.isEmpty() ? combinations.doubts() : List.of());
        if (UnknownSettings.Treatment.of(binder) == UnknownSettings.Treatment.WARN) {
            warnings.addAll(unknown);
            unknown = List.of();
        }
        List<String> all = new ArrayList<>(unknown);
        all.addAll(faults);
        all.addAll(together);
        return new SettingsVerdict(List.copyOf(all), List.copyOf(warnings), !unknown.isEmpty());
    }
}
