package io.vinbridge.ops.routes.check;

import java.util.regex.Pattern;

/**
 * The name of a file among the operator's routes: a route, {@code ID.camel.yaml}, a mapping, {@code ID.jslt}, or the
 * schema of a feed's rows, {@code ID.schema.json}.
 */
public record RouteFileName(String name) {

    private static final String ROUTE = ".camel.yaml";
    private static final String MAPPING = ".jslt";
    private static final String SCHEMA = ".schema.json";
    private static final Pattern NAME =
            Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.camel\\.yaml|\\.jslt|\\.schema\\.json)");
    private static final int LONGEST = 100;

    /** True if the file is one of ours to read; what else lies in the folder is left alone. */
    public static boolean is(String name) {
        return !name.startsWith(".") && (name.endsWith(ROUTE) || name.endsWith(MAPPING) || name.endsWith(SCHEMA));
    }

    boolean wellNamed() {
        return name.length() <= LONGEST && NAME.matcher(name).matches();
    }

    public boolean route() {
        return name.endsWith(ROUTE);
    }

    boolean schema() {
        return name.endsWith(SCHEMA);
    }

    /** The id that its route has, or the name of its mapping. */
    public String id() {
        return name.substring(0, name.length() - (route() ? ROUTE : schema() ? SCHEMA : MAPPING).length());
    }
}
