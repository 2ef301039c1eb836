package io.vinbridge.chromedata.ads;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request element: its name, its own attributes, and the elements that follow {@code accountInfo}, in schema order.
 *
 * @param describes whether the configured switches follow, as they do in describeVehicle only
 */
record AdsRequest(String name, Map<String, Object> attributes, Map<String, Object> elements, boolean describes) {

    static AdsRequest describe(Object... elements) {
        return new AdsRequest("VehicleDescriptionRequest", Map.of(), ordered(elements), true);
    }

    static AdsRequest plain(String name) {
        return new AdsRequest(name, Map.of(), Map.of(), false);
    }

    static AdsRequest withAttribute(String name, String attribute, int value) {
        return new AdsRequest(name, Map.of(attribute, value), Map.of(), false);
    }

    static AdsRequest withElements(String name, Object... elements) {
        return new AdsRequest(name, Map.of(), ordered(elements), false);
    }

    /** The element that answers it: an answer to another question is none. */
    String answer() {
        return name.substring(0, name.length() - "Request".length());
    }

    /** What is null is left out. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                ordered.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return ordered;
    }
}
