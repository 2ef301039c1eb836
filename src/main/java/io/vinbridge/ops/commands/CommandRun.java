package io.vinbridge.ops.commands;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * One run of a command: what it is given beside its own words.
 *
 * @param application the class that Spring Boot starts the service with
 * @param settings those of the line, {@code --name.of.it=value}
 * @param results where results go
 */
record CommandRun(Class<?> application, String[] settings, PrintStream results) implements IFactory {

    PrintWriter writer() {
        return new PrintWriter(results, true, StandardCharsets.UTF_8);
    }

    /** Commands take the run in their constructor. */
    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getDeclaredConstructor(CommandRun.class).newInstance(this);
        } catch (NoSuchMethodException e) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
