package io.vinbridge.ops.commands;

import io.vinbridge.ops.startup.MigrateCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Command that migrates the database and does nothing else. */
@Command(name = "--migrate", description = "Migrates the database, and does nothing else.")
final class DatabaseMigration implements Callable<Integer> {

    private final CommandRun run;

    DatabaseMigration(CommandRun run) {
        this.run = run;
    }

    @Override
    public Integer call() throws Exception {
        MigrateCommand.run(run.settings());
        run.results().println("The database is what this version needs.");
        return VinbridgeCommand.DONE;
    }
}
