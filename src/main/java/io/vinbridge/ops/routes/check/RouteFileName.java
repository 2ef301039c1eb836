package io.vinbridge.ops.routes.check;

import java.util.regex.Pattern;

/** The name of a file among the operator's routes: a route, {@code ID.camel.yaml}, or a mapping, {@code ID.jslt}. */
public record RouteFileName(String name) {

    private static final String ROUTE = ".camel.yaml";
    private static final String MAPPING = ".jslt";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.camel\\.yaml|\\.jslt)");
    private static final int LONGEST = 100;

    /** True if the file is one of ours to read; what else lies in the folder is left alone. */
    public static boolean is(String name) {
        return !name.startsWith(".") && (name.endsWith(ROUTE) || name.endsWith(MAPPING));
    }

    boolean wellNamed() {
        return name.length() <= LONGEST && NAME.matcher(name).matches();
    }

    public boolean route() {
        return name.endsWith(ROUTE);
    }

    /** The id that its route has, or the name of its mapping. */
    public String id() {
        return name.substring(0, name.length() - (route() ? ROUTE : MAPPING).length());
    }
}
