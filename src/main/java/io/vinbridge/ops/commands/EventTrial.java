package io.vinbridge.ops.commands;

import io.vinbridge.events.formats.TryEventCommand;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that shows what the formats of a folder make of a message. */
@Command(
        name = "--try-event",
        description = "Shows what the formats make of a message; nothing else needs to be there.")
final class EventTrial implements Callable<Integer> {

    private final CommandRun run;

    @Parameters(paramLabel = "FILE", description = "the message")
    private Path message;

    @Option(
            names = "--routes",
            paramLabel = "FOLDER",
            description = "the folder of the formats; routes, if none is named")
    private Path routes = Path.of("routes");

    EventTrial(CommandRun run) {
        this.run = run;
    }

    @Override
    public Integer call() throws Exception {
        if (!Presence.file(message) || !Presence.folder(routes)) {
            return VinbridgeCommand.WRONG_LINE;
        }
        return TryEventCommand.run(message, routes, run.results()) ? VinbridgeCommand.DONE : VinbridgeCommand.REFUSED;
    }
}
