package io.vinbridge.ops.startup;

import io.vinbridge.chromedata.CallAdmission;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.failures.Failure;
import io.vinbridge.refresh.comparison.ComparisonRun;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.comparison.ComparisonSentence;
import io.vinbridge.vehicles.comparison.Comparisons;
import io.vinbridge.vehicles.comparison.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The command line's {@code --compare FILE}: a node that compares ADS with CVD for the VINs of a file, one in each
 * line, prints the verdict, and ends. What it found stays for {@code GET /api/v1/comparisons}.
 */
public final class CompareCommand {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private CompareCommand() {}

    /** Compares; the answer is the exit code of the process: 0 where it is done, 1 where it cannot be. */
    public static int run(Class<?> application, Path file, String[] arguments, PrintStream out) throws Exception {
        List<Vin> vins = vins(file, out);
        String[] own = {
            "--server.port=0",
            "--management.server.port=0",
            "--server.address=127.0.0.1",
            "--management.server.address=127.0.0.1",
            "--logging.level.root=WARN"
        };
        try (ConfigurableApplicationContext node = new SpringApplicationBuilder(application)
                .run(Stream.concat(Stream.of(arguments), Stream.of(own)).toArray(String[]::new))) {
            CallAdmission admission = node.getBean(CallAdmission.class);
            if (!admission.configured(DescribingService.ADS) || !admission.configured(DescribingService.CVD)) {
                out.println("To compare, set both accounts: CHROMEDATA_ACCOUNT_NUMBER and CHROMEDATA_ACCOUNT_SECRET,"
                        + " CHROMEDATA_API_KEY and CHROMEDATA_API_SECRET.");
                return REFUSED;
            }
            node.getBean(ComparisonRun.class).compare(vins, left -> System.err.print("\r" + left + " left   "));
            System.err.println();
            report(
                    node.getBean(Comparisons.class),
                    Set.copyOf(node.getBean(ChromeDataSettings.class).compare().fields()),
                    out);
            return DONE;
        }
    }

    /** Lines that are no VINs are told and left out. */
    private static List<Vin> vins(Path file, PrintStream out) throws IOException {
        List<Vin> vins = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String first = line.split("[,;\t]", 2)[0].trim();
            if (first.isEmpty()) {
                continue;
            }
            try {
                vins.add(Vin.of(first));
            } catch (Failure e) {
                out.println("Left out: " + first + " (" + e.getMessage() + ")");
            }
        }
        return vins;
    }

    private static void report(Comparisons comparisons, Set<String> counted, PrintStream out) {
        List<Comparisons.Summary> fields = comparisons.summary("field", null, null);
        out.println(ComparisonSentence.of(fields, counted, comparisons.patterns(null, null)));
        out.println();
        out.printf("%-26s %10s %10s %10s %9s %9s%n", "field", "compared", "same", "different", "only ADS", "only CVD");
        for (Comparisons.Summary field : fields) {
            out.printf(
                    "%-26s %10d %10d %10d %9d %9d%n",
                    field.name(),
                    field.all(),
                    field.same(),
                    field.items(Verdict.DIFFERENT),
                    field.items(Verdict.ONLY_ADS),
                    field.items(Verdict.ONLY_CVD));
        }
    }
}
