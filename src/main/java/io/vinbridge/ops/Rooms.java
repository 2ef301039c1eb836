package io.vinbridge.ops;

import java.util.List;

/**
 * The rooms of the service: its direct sub-packages, from left to right. A room may know only rooms to its left, over
 * imports and over {@code direct:} endpoints, whose names begin with the room's. A route's group is its room, so no
 * route of an operator may have one of these as its group.
 */
public final class Rooms {

    /** All rooms, the one that knows nothing of the others first. */
    public static final List<String> LEFT_TO_RIGHT = List.of(
            "settings",
            "tracing",
            "failures",
            "database",
            "deadletters",
            "work",
            "changes",
            "vpic",
            "chromedata",
            "vehicles",
            "gallery",
            "refresh",
            "events",
            "stock",
            "publishing",
            "feeds",
            "api",
            "ops");

    private Rooms() {}
}
