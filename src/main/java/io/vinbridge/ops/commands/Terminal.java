package io.vinbridge.ops.commands;

import java.io.Console;

/** The terminal that a person started the process from. */
public final class Terminal {

    private Terminal() {}

    /** True where both what is read and what is written is a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal too.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
