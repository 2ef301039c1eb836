package io.vinbridge.sandbox;

import io.vinbridge.sandbox.catalog.Country;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A sandbox as a process of its own. */
final class CommandLine {
    private static final int USUAL_PORT = 8090;
    private static final String HELP = """
            A stand-in for ChromeData, on the loopback address.
              --port=8090           0 for any free port
              --account=sandbox     account number
              --secret=sandbox      account secret
              --api-key=sandbox-key, --api-secret=sandbox-secret
                                    key pair that signs calls of CVD and VSS
              --profiles=CVDStandard,CVDPremium,CVDPremiumPlus
                                    profiles that the key pair may ask by
              --countries=US,CA     what the account is licensed for
              --fullness=1.0        how much equipment a description has: 1.0 is about 70 KB
            """;

    private CommandLine() {}

    /** Runs until the process is ended; gives the exit code if it can't. */
    static int run(String[] arguments, PrintStream out, PrintStream err) throws InterruptedException {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(HELP);
            return 0;
        }
        SandboxSettings settings = new SandboxSettings().port(USUAL_PORT);
        try {
            Arrays.stream(arguments).forEach(argument -> apply(argument, settings));
            Sandbox sandbox = Sandbox.start(settings);
            out.println("The ChromeData sandbox is ready: " + sandbox.address() + "/sandbox");
            Thread.currentThread().join();
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage() + " (--help says what there is)");
        } catch (IOException e) {
            err.println("The sandbox can't listen on port " + settings.port() + ": " + e.getMessage());
        }
        return 1;
    }

    private static void apply(String argument, SandboxSettings settings) {
        int equals = argument.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("Not an option: " + argument);
        }
        String value = argument.substring(equals + 1);
        switch (argument.substring(0, equals)) {
            case "--port" -> settings.port(Integer.parseInt(value));
            case "--account" -> settings.account(value, settings.account().secret());
            case "--secret" -> settings.account(settings.account().number(), value);
            case "--api-key" -> settings.keyPair(value, settings.keyPair().secret());
            case "--api-secret" -> settings.keyPair(settings.keyPair().key(), value);
            case "--profiles" -> settings.profiles(Set.of(value.split(",", -1)));
            case "--countries" -> settings.countries(countries(value));
            case "--fullness" -> settings.fullness(Double.parseDouble(value));
            default -> throw new IllegalArgumentException("Not an option: " + argument);
        }
    }

    private static Set<Country> countries(String codes) {
        return Arrays.stream(codes.split(",", -1))
                .map(Country::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Country.class)));
    }
}
