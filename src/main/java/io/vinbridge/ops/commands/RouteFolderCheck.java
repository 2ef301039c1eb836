package io.vinbridge.ops.commands;

import io.vinbridge.ops.routes.CheckRoutesCommand;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Command that says of each file of a folder of routes whether it would run, and if not, why not. */
@Command(
        name = "--check-routes",
        description = "Says of each file of a folder of routes whether it would run; nothing else needs to be there.")
final class RouteFolderCheck implements Callable<Integer> {

    private final CommandRun run;

    @Parameters(paramLabel = "FOLDER", description = "the folder")
    private Path folder;

    RouteFolderCheck(CommandRun run) {
        this.run = run;
    }

    @Override
    public Integer call() throws Exception {
        return Presence.folder(folder)
                ? CheckRoutesCommand.run(run.application(), folder, run.settings(), run.results())
                : VinbridgeCommand.WRONG_LINE;
    }
}
