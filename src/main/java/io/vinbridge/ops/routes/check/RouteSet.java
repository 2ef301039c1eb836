package io.vinbridge.ops.routes.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All files of the operator's routes as they are at one moment: their texts by name. */
public record RouteSet(SortedMap<String, String> files) {

    public static final RouteSet EMPTY = new RouteSet(new TreeMap<>());

    public RouteSet {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Null where there is no such file. */
    public String text(String file) {
        return files.get(file);
    }

    /** The same with another text for a file; without the file where the text is null. */
    public RouteSet with(String file, String text) {
        SortedMap<String, String> other = new TreeMap<>(files);
        if (text == null) {
            other.remove(file);
        } else {
            other.put(file, text);
        }
        return new RouteSet(other);
    }

    /** The files that are other ones here, that are new, or that are not here any more. */
    public SortedSet<String> differences(RouteSet before) {
        SortedSet<String> different = new TreeSet<>();
        different.addAll(files.keySet());
        different.addAll(before.files.keySet());
        different.removeIf(file -> java.util.Objects.equals(text(file), before.text(file)));
        return different;
    }

    /** The files of routes. */
    public List<String> routes() {
        return files.keySet().stream()
                .filter(file -> new RouteFileName(file).route())
                .toList();
    }

    /** The routes that a mapping is used by. */
    public List<String> usersOf(String mapping) {
        return files.entrySet().stream()
                .filter(file -> new RouteFileName(file.getKey()).route())
                .filter(file -> file.getValue().contains("/" + mapping))
                .map(Map.Entry::getKey)
                .toList();
    }
}
