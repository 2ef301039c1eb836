package io.vinbridge.ops.commands;

import io.vinbridge.failures.StartUpProblem;
import io.vinbridge.settings.SettingNames;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line of the jar. Without a command it runs the service; settings, {@code --name.of.it=value}, go with
 * every command. Results are written to standard output and all else to standard error; the exit codes are in the help.
 */
@Command(
        name = "java -jar vinbridge.jar",
        synopsisSubcommandLabel = "[COMMAND]",
        customSynopsis = "java -jar vinbridge.jar [--SETTING=VALUE ...] [COMMAND]",
        description = {"", "Runs the service, or the command. Settings: docs/settings.md.", ""},
        mixinStandardHelpOptions = true,
        versionProvider = VinbridgeCommand.Version.class,
        sortOptions = false,
        commandListHeading = "%nCommands, each as --command FILE or --command=FILE:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; what was checked is good",
            "1:refused or failed, and it is said why; the service does not start",
            "2:the command line is wrong, or the file or folder is not there"
        },
        subcommands = {
            RouteFolderCheck.class,
            EventTrial.class,
            DatabaseMigration.class,
            VpicFileImport.class,
            VpicFileExport.class,
            ServiceComparison.class
        })
public final class VinbridgeCommand {

    /** What was asked for is done. */
    public static final int DONE = 0;

    /** It was refused, or failed. */
    public static final int REFUSED = 1;

    /** The command line is wrong. */
    public static final int WRONG_LINE = 2;

    /** A setting of the service, of Spring Boot or of Apache Camel. */
    private static final Pattern SETTING = Pattern.compile(
            "--(vinbridge|chromedata|spring|server|management|logging|camel|hawtio|info|otel)[.\\[][^=]+=.*|--(debug|trace)",
            Pattern.DOTALL);

    /** {@code --command=FILE}. */
    private static final Pattern WITH_VALUE = Pattern.compile("(--[a-z-]+)=(.*)", Pattern.DOTALL);

    private static final int NEARLY = 4;

    private VinbridgeCommand() {}

    /**
     * Carries out the command that the line has.
     *
     * @param application the class that Spring Boot starts the service with
     * @return the exit code; null where there is no command, and the service is to run
     */
    public static Integer execute(Class<?> application, String[] line) {
        String[] settings = settings(line).toArray(String[]::new);
        if (settings.length == line.length) {
            return null;
        }
        PrintStream results = System.out;
        System.setOut(System.err); // Whatever is logged meanwhile is no result.
        try {
            return of(new CommandRun(application, settings, results)).execute(rest(line));
        } finally {
            System.setOut(results);
        }
    }

    private static CommandLine of(CommandRun run) {
        CommandLine line = new CommandLine(new VinbridgeCommand(), run);
        line.setOut(run.writer());
        line.setParameterExceptionHandler(VinbridgeCommand::wrong);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        return line;
    }

    private static List<String> settings(String[] line) {
        return Arrays.stream(line).filter(one -> SETTING.matcher(one).matches()).toList();
    }

    /** All else; {@code --command=FILE} in two, because to the library a command is no option. */
    private static String[] rest(String[] line) {
        List<String> rest = new ArrayList<>();
        for (String one : line) {
            var valued = WITH_VALUE.matcher(one);
            if (valued.matches()) {
                rest.add(valued.group(1));
                rest.add(valued.group(2));
            } else if (!SETTING.matcher(one).matches()) {
                rest.add(one);
            }
        }
        return rest.toArray(String[]::new);
    }

    private static int wrong(ParameterException failure, String[] line) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(failure.getMessage());
        command.getErr().println(hint(failure, command));
        command.getErr().flush();
        return WRONG_LINE;
    }

    private static String hint(ParameterException failure, CommandLine command) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !command.getSubcommands().isEmpty()
                && unmatched.getUnmatched().get(0).startsWith("--")) {
            String written = unmatched.getUnmatched().get(0);
            String nearest =
                    SettingNames.nearest(written, command.getSubcommands().keySet());
            if (SettingNames.distance(written, nearest) <= NEARLY) {
                return "Did you mean " + nearest + "?";
            }
        }
        return "--help lists the commands; a setting is written --name.of.it=value.";
    }

    private static int failed(Exception failure, CommandLine command) {
        // What a start fails of has been told of by StartUpReport.
        if (!(NestedExceptionUtils.getMostSpecificCause(failure) instanceof StartUpProblem)) {
            command.getErr().println(Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
            command.getErr().flush();
        }
        return REFUSED;
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = VinbridgeCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Vinbridge " + Objects.requireNonNullElse(version, "(not packaged)")};
        }
    }
}
