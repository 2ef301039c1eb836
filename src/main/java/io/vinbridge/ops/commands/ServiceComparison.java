package io.vinbridge.ops.commands;

import io.vinbridge.ops.startup.CompareCommand;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Command that compares what ADS and CVD say of the VINs of a file. */
@Command(
        name = "--compare",
        description = "Compares what ADS and CVD say of VINs, by calls of both, and prints the verdict.")
final class ServiceComparison implements Callable<Integer> {

    private final CommandRun run;

    @Parameters(paramLabel = "FILE", description = "a VIN in each line, or a CSV whose first column it is")
    private Path file;

    ServiceComparison(CommandRun run) {
        this.run = run;
    }

    @Override
    public Integer call() throws Exception {
        return Presence.file(file)
                ? CompareCommand.run(run.application(), file, run.settings(), run.results())
                : VinbridgeCommand.WRONG_LINE;
    }
}
