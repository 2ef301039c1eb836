package io.vinbridge.ops.commands;

import io.vinbridge.ops.startup.ImportVpicCommand;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Command that writes the edition of NHTSA's data that is in use into a small file. */
@Command(name = "--export-vpic", description = "Writes NHTSA's data that are in use into a small file.")
final class VpicFileExport implements Callable<Integer> {

    private final CommandRun run;

    @Parameters(paramLabel = "FILE", description = "the file, which is written anew")
    private Path file;

    VpicFileExport(CommandRun run) {
        this.run = run;
    }

    @Override
    public Integer call() throws Exception {
        return ImportVpicCommand.export(file, run.settings(), run.results());
    }
}
