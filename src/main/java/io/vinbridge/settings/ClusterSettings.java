package io.vinbridge.settings;

import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Values of the settings that must be the same on all nodes, as they may be shown: of an account or a secret, a part of
 * its hash.
 */
public final class ClusterSettings {

    private static final int SHOWN_OF_A_HASH = 12;

    private ClusterSettings() {}

    /** The values by property; what is not set has its default, and without one is empty. */
    public static Map<String, String> of(Environment environment) {
        Binder binder = Binder.get(environment);
        Map<String, String> values = new TreeMap<>();
        for (SettingDefinition setting : SettingCatalog.read().all()) {
            if (setting.clusterWide()) {
                String text = SettingValues.text(setting, binder);
                values.put(setting.name(), hidden(setting) && !text.isEmpty() ? hash(text) : text);
            }
        }
        return values;
    }

    /** True where only a hash of its value is shown. */
    public static boolean hidden(SettingDefinition setting) {
        return setting.secret() || setting.name().contains("account");
    }

    private static String hash(String text) {
        return DigestUtils.sha256Hex(text).substring(0, SHOWN_OF_A_HASH);
    }
}
