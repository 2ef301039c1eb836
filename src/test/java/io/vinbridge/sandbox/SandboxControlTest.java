package io.vinbridge.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox's own addresses and its command line. */
class SandboxControlTest {

    private Sandbox sandbox;

    @BeforeEach
    void open() throws IOException {
        sandbox = Sandbox.start(new SandboxSettings().fullness(0.1));
    }

    @AfterEach
    void close() throws IOException {
        sandbox.close();
    }

    @Test
    void tellsWhatItCanDoAndWhichVinsToTry() {
        assertThat(text(send("GET", "", "")))
                .contains(sandbox.address())
                .contains("latency")
                .contains("1HGCV1F33LAA12345");
        assertThat(JsonPath.<String>read(text(send("GET", "/sample-vins", "")), "$['5YJ3E1EB3MFA12345']"))
                .startsWith("electric");
    }

    @Test
    void turnsDialsByParametersAndByJson() {
        send("PUT", "/dials/ads?latency=5&hang=0.5", "");
        String turned = text(send("PUT", "/dials/ads", "{\"fault\": 0.25}"));

        assertThat(JsonPath.<Number>read(turned, "$.fault").doubleValue()).isEqualTo(0.25);
        assertThat(sandbox.ads().value(Dial.LATENCY)).isEqualTo(5);
        assertThat(sandbox.ads().value(Dial.HANG)).isEqualTo(0.5);
        assertThat(sandbox.media().value(Dial.HANG)).isZero();
        assertThat(text(send("GET", "/dials/ads", ""))).isEqualTo(turned);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,  /dials/ads?volume=11,    400, There is no dial volume",
        "PUT,  /dials/ads?hang=2,       400, A rate is between 0 and 1",
        "PUT,  /dials/ads?hang=often,   400, often",
        "GET,  /dials/soap,             404, There is no service soap",
        "POST, /build?country=DE,       400, No such country: DE",
        "PUT,  /build-data,             400, Which vins?",
        "GET,  /nothing,                404, There is no GET"
    })
    void saysWhatIsWrong(String method, String path, int status, String message) {
        HttpResponse<byte[]> refused = send(method, path, "");

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(JsonPath.<String>read(text(refused), "$.error")).contains(message);
    }

    @Test
    void publishesABuildAndBuildDataOnDemandAndForgetsThem() {
        AdsClient client = new AdsClient(sandbox, "7c");
        String before =
                client.call("VersionInfoRequest", "", client.accountInfo()).text();

        int build = JsonPath.read(text(send("POST", "/build?country=US&share=0.5", "")), "$.build");
        send("PUT", "/build-data?vins=1HGCV1F33LAA12345", "");

        assertThat(client.call("VersionInfoRequest", "", client.accountInfo()).text())
                .contains("build=\"" + build + "\"");
        assertThat(describedBy(client, "1HGCV1F33LAA12345")).isEqualTo("Build");
        assertThat(describedBy(client, "1HGCV1F33LAA99999")).isEqualTo("Catalog");
        send("PUT", "/build-data?vins=all", "");
        assertThat(describedBy(client, "1HGCV1F33LAA99999")).isEqualTo("Build");
        send("PUT", "/build-data?vins=none", "");
        assertThat(describedBy(client, "1HGCV1F33LAA12345")).isEqualTo("Catalog");
        send("POST", "/reset", "");
        assertThat(client.call("VersionInfoRequest", "", client.accountInfo()).text())
                .isEqualTo(before);
    }

    @Test
    void showsWhatWasAskedInSumsAndInDetail() {
        new AdsClient(sandbox, "7c").describeVin("1HGCV1F33LAA12345");

        String sums = text(send("GET", "/ledger", ""));
        String details = text(send("GET", "/ledger?details=1", ""));

        assertThat(JsonPath.<Integer>read(sums, "$.operations.describeVehicle")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(sums, "$.distinctPatterns")).isEqualTo(1);
        assertThat(JsonPath.<String>read(details, "$.recent[0].request")).isEqualTo("POST /Description/7c");
        assertThat(JsonPath.<String>read(details, "$.recent[0].body")).contains("1HGCV1F33LAA12345");
    }

    @Test
    void pointsToItsPageFromWhereNothingIs() {
        HttpResponse<byte[]> missing = AdsClient.send(
                HttpRequest.newBuilder(URI.create(sandbox.address() + "/")).build());

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(text(missing)).contains(sandbox.address() + "/sandbox");
    }

    @ParameterizedTest
    @CsvSource({
        "--help,              0, --fullness=1.0",
        "--volume=11,         1, Not an option: --volume=11 (--help says what there is)",
        "volume,              1, Not an option: volume",
        "'--countries=US,DE', 1, DE"
    })
    void saysOnTheCommandLineWhatThereIs(String argument, int status, String words) throws InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(said, true, UTF_8);

        assertThat(CommandLine.run(new String[] {argument}, screen, screen)).isEqualTo(status);
        assertThat(said.toString(UTF_8)).contains(words);
    }

    @Test
    void saysOnTheCommandLineThatAPortIsTaken() throws InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {
            "--port=" + URI.create(sandbox.address()).getPort(),
            "--account=a",
            "--secret=s",
            "--countries=CA",
            "--fullness=2"
        };

        int status = CommandLine.run(arguments, new PrintStream(said, true, UTF_8), new PrintStream(said, true, UTF_8));

        assertThat(status).isEqualTo(1);
        assertThat(said.toString(UTF_8)).startsWith("The sandbox can't listen on port");
    }

    private static String describedBy(AdsClient client, String vin) {
        return client.describeVin(vin).first("vinDescription").getAttribute("source");
    }

    private HttpResponse<byte[]> send(String method, String path, String body) {
        return AdsClient.send(HttpRequest.newBuilder(URI.create(sandbox.address() + "/sandbox" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }
}
