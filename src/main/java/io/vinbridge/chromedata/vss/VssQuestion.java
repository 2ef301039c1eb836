package io.vinbridge.chromedata.vss;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Question to the Vehicle Selector Service. */
public sealed interface VssQuestion {

    /** Path below the service's address. */
    String path();

    /** Parameters of the question itself, encoded; empty where it has none. */
    default String query() {
        return "";
    }

    /** Model years. */
    record Years() implements VssQuestion {
        @Override
        public String path() {
            return "/years";
        }
    }

    /** Makes of a model year. */
    record Makes(int year) implements VssQuestion {
        @Override
        public String path() {
            return "/makes";
        }

        @Override
        public String query() {
            return "year=" + year;
        }
    }

    /** Models of a make in a year. */
    record Models(int year, String makeCode) implements VssQuestion {
        @Override
        public String path() {
            return "/models";
        }

        @Override
        public String query() {
            return "makeCode=" + encoded(makeCode) + "&year=" + year;
        }
    }

    /** Styles of a model in a year. */
    record Styles(int year, String makeCode, String model) implements VssQuestion {
        @Override
        public String path() {
            return "/styles";
        }

        @Override
        public String query() {
            return "makeCode=" + encoded(makeCode) + "&model=" + encoded(model) + "&year=" + year;
        }
    }

    /** Everything about a style. */
    record StyleDetails(int styleId) implements VssQuestion {
        @Override
        public String path() {
            return "/styleDetails";
        }

        @Override
        public String query() {
            return "styleId=" + styleId;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
