package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.EditionCommons;
import java.util.Map;
import java.util.Set;

/** Elements of an edition by number, in arrays, and those that a decode treats in a way of its own. */
final class Elements {

    static final int BODY_CLASS = 5;
    static final int ENGINE_MODEL = 18;
    static final int MAKE = 26;
    static final int MANUFACTURER = 27;
    static final int MODEL = 28;
    static final int MODEL_YEAR = 29;
    static final int VEHICLE_TYPE = 39;

    /** Of these every value stays. */
    static final Set<Integer> SEVERAL = Set.of(114, 121, 129, 150, 154, 155, 169, 186);

    /** Of these patterns say nothing. */
    private static final Set<Integer> NEVER_BY_PATTERN = Set.of(MAKE, MANUFACTURER, MODEL_YEAR, VEHICLE_TYPE);

    private final boolean[] shown;
    private final boolean[] byPattern;
    private final boolean[] several;
    private final int[] weights;

    Elements(EditionCommons commons) {
        int last = commons.elements().keySet().stream().mapToInt(id -> id).max().orElse(0);
        shown = new boolean[last + 1];
        byPattern = new boolean[last + 1];
        several = new boolean[last + 1];
        weights = new int[last + 1];
        for (Map.Entry<Integer, EditionCommons.Element> entry :
                commons.elements().entrySet()) {
            int id = entry.getKey();
            shown[id] = entry.getValue().decoded();
            byPattern[id] = entry.getValue().decoded() && !NEVER_BY_PATTERN.contains(id);
            several[id] = SEVERAL.contains(id);
            weights[id] =
                    entry.getValue().weight() == null ? 0 : entry.getValue().weight();
        }
    }

    int count() {
        return shown.length;
    }

    boolean shown(int element) {
        return element < shown.length && shown[element];
    }

    boolean byPattern(int element) {
        return element < byPattern.length && byPattern[element];
    }

    boolean formula(int element) {
        return element < shown.length && !NEVER_BY_PATTERN.contains(element);
    }

    boolean several(int element) {
        return several[element];
    }

    int weight(int element) {
        return element < weights.length ? weights[element] : 0;
    }
}
