package io.vinbridge.ops.commands;

import io.vinbridge.ops.startup.ImportVpicCommand;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Command that imports an edition of NHTSA's data. */
@Command(
        name = "--import-vpic",
        description = "Imports NHTSA's data, vPICList_lite_YYYY_MM.plain.zip of https://vpic.nhtsa.dot.gov.")
final class VpicFileImport implements Callable<Integer> {

    private final CommandRun run;

    @Parameters(paramLabel = "FILE", description = "the publication, or what --export-vpic wrote")
    private Path file;

    VpicFileImport(CommandRun run) {
        this.run = run;
    }

    @Override
    public Integer call() throws Exception {
        return Presence.file(file)
                ? ImportVpicCommand.run(file, run.settings(), run.results())
                : VinbridgeCommand.WRONG_LINE;
    }
}
