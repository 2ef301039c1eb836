package io.vinbridge.ops.commands;

import java.nio.file.Files;
import java.nio.file.Path;

/** Presence of what a command is to read; what is missing is said. */
final class Presence {

    private Presence() {}

    static boolean file(Path path) {
        return said(Files.isReadable(path) && !Files.isDirectory(path), "file", path);
    }

    static boolean folder(Path path) {
        return said(Files.isDirectory(path) && Files.isReadable(path), "folder", path);
    }

    private static boolean said(boolean there, String kind, Path path) {
        if (!there) {
            System.err.println("There is no " + kind + " " + path + " that can be read.");
        }
        return there;
    }
}
