package io.vinbridge.sandbox.ads.sections;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Equipment that is known to be installed in the vehicle, and why: the causes of ChromeData on the wire, 1.4. The first
 * cause of a thing stays.
 */
public final class InstalledEquipment {
    private final Map<String, String> causes = new HashMap<>();

    public void option(String chromeCode, String cause) {
        causes.putIfAbsent("option " + chromeCode, cause);
    }

    public void exteriorColor(String code, String cause) {
        causes.putIfAbsent("exterior " + code, cause);
    }

    public void interiorColor(String code, String cause) {
        causes.putIfAbsent("interior " + code, cause);
    }

    public void category(int id, String cause) {
        causes.putIfAbsent("category " + id, cause);
    }

    Optional<String> causeOfOption(String chromeCode) {
        return causeOf("option", chromeCode);
    }

    Optional<String> causeOfExteriorColor(String code) {
        return causeOf("exterior", code);
    }

    Optional<String> causeOfInteriorColor(String code) {
        return causeOf("interior", code);
    }

    Optional<String> causeOfCategory(int id) {
        return causeOf("category", id);
    }

    private Optional<String> causeOf(String kind, Object thing) {
        return causes.isEmpty() ? Optional.empty() : Optional.ofNullable(causes.get(kind + " " + thing));
    }

    boolean nothing() {
        return causes.isEmpty();
    }
}
