package io.vinbridge.ops.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The whole service in a process of its own, whose settings are not complete. */
class StartUpReportTest {

    @Test
    void saysInOneLineOfJsonWhyItDoesNotStartAndEnds() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.vinbridge.Vinbridge",
                        "--chromedata.account-number=")
                .redirectErrorStream(true)
                .start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(lines).allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
        assertThat(lines)
                .filteredOn(line -> JsonPath.<String>read(line, "$.log.level").equals("ERROR"))
                .singleElement()
                .satisfies(line -> assertThat(JsonPath.<String>read(line, "$.message"))
                        .startsWith("Vinbridge does not start. There is no ChromeData account")
                        .contains("CHROMEDATA_ACCOUNT_NUMBER and CHROMEDATA_ACCOUNT_SECRET"));
    }
}
