package io.vinbridge.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Stock is fetched and feeds are pushed by SFTP, by routes that name a host, and never see its account. */
@ExtendWith(OutputCaptureExtension.class)
class SftpTest {

    private static final Instant CHANGED = Instant.parse("2026-01-05T10:00:00Z");
    private static final String FILE = "vin,price\n1HGCV1F35LA000002,15000\n";
    private static final SftpServer SERVER = new SftpServer();
    private static final SftpServer STRANGER = new SftpServer();
    private static final SftpServer UNLISTED = new SftpServer();
    private static final World WORLD = World.create();
    private static Node node;
    private static NodeSchedules schedules;

    @BeforeAll
    static void start() throws Exception {
        node = WORLD.node(
                "vinbridge.public-url=https://vehicles.example.com",
                "vinbridge.routes.hosts=" + SERVER.host() + "," + STRANGER.host() + ",files.example.com",
                "vinbridge.sftp.accounts.d7.host=" + SERVER.host(),
                "vinbridge.sftp.accounts.d7.host-key=" + SERVER.hostKey(),
                "vinbridge.sftp.accounts.d7.username=" + SftpServer.USERNAME,
                "vinbridge.sftp.accounts.d7.password=" + SftpServer.PASSWORD,
                "vinbridge.sftp.accounts.stranger.host=" + STRANGER.host(),
                "vinbridge.sftp.accounts.stranger.host-key=" + SftpServer.otherKey(),
                "vinbridge.sftp.accounts.stranger.username=" + SftpServer.USERNAME,
                "vinbridge.sftp.accounts.stranger.password=" + SftpServer.PASSWORD,
                "vinbridge.sftp.accounts.unlisted.host=" + UNLISTED.host(),
                "vinbridge.sftp.accounts.unlisted.host-key=" + UNLISTED.hostKey(),
                "vinbridge.sftp.accounts.unlisted.username=" + SftpServer.USERNAME,
                "vinbridge.sftp.accounts.unlisted.password=" + SftpServer.PASSWORD);
        schedules = new NodeSchedules(node);
    }

    @AfterAll
    static void end() {
        WORLD.close();
        SERVER.close();
        STRANGER.close();
        UNLISTED.close();
    }

    @Test
    void aFileIsTakenOnceAsOfItsTimeAndMovedAside() {
        dealer("moved");
        SERVER.has("moved/first.csv", FILE, CHANGED);
        SERVER.has("moved/second.csv", FILE.replace("15000", "14000"), CHANGED.plusSeconds(60));
        poll("poll-moved", "moved", SERVER.host() + "/moved?move=.taken&readLockCheckInterval=50");

        schedules.run("poll-moved");
        await().untilAsserted(() -> assertThat(files("moved", "state")).containsExactly("taken"));
        await().untilAsserted(() -> assertThat(SERVER.names("moved")).contains("second.csv", ".taken/first.csv"));
        assertThat(files("moved", "at")).containsExactly("2026-01-05T10:00:00Z");
        assertThat(files("moved", "mode")).containsExactly("whole");

        schedules.run("poll-moved");
        await().untilAsserted(() -> assertThat(files("moved", "state")).containsExactly("taken", "taken"));
        await().untilAsserted(() ->
                assertThat(SERVER.names("moved")).containsExactly(".taken/first.csv", ".taken/second.csv"));

        assertThat(schedules.answer("poll-moved").statusCode())
                .as("no file is no fault")
                .isBetween(200, 204);
        assertThat(files("moved", "state")).hasSize(2);
    }

    @Test
    void aFileThatIsLeftIsTheSameTheNextTime() {
        dealer("left");
        SERVER.has("left/stock.csv", FILE, CHANGED);
        poll("poll-left", "left", SERVER.host() + "/left?fileName=stock.csv&readLockCheckInterval=50");

        schedules.run("poll-left");
        await().untilAsserted(() -> assertThat(files("left", "state")).containsExactly("taken"));
        schedules.run("poll-left");

        await().untilAsserted(() -> assertThat(files("left", "state")).containsExactly("same", "taken"));
        assertThat(SERVER.names("left")).containsExactly("stock.csv");
    }

    @Test
    void aFileThatIsStillBeingUploadedIsNotTaken() {
        dealer("half");
        SERVER.has("half/stock.csv", FILE, Instant.now());
        poll(
                "poll-half",
                "half",
                SERVER.host()
                        + "/half?fileName=stock.csv&readLockCheckInterval=50&readLockTimeout=200&readLockMinAge=3600000");

        assertThat(schedules.answer("poll-half").statusCode()).isBetween(200, 204);
        SERVER.add("half/stock.csv", "1HGCV1F37LA000003,16000\n");
        assertThat(schedules.answer("poll-half").statusCode()).isBetween(200, 204);

        assertThat(files("half", "state")).isEmpty();
    }

    @Test
    void aFileThatIsNoneIsMovedAsideWithTheReasonInTheSchedulesFailure() {
        dealer("none");
        SERVER.has("none/page.csv", "<html></html>", CHANGED);
        poll("poll-none", "none", SERVER.host() + "/none?move=.taken&moveFailed=.refused&readLockCheckInterval=50");

        HttpResponse<String> failed = schedules.answer("poll-none");

        assertThat(failed.statusCode()).as(failed.body()).isEqualTo(400);
        await().untilAsserted(() -> assertThat(SERVER.names("none")).containsExactly(".refused/page.csv"));
    }

    @Test
    void aFeedIsPushedUnderAnotherNameAndTakesItsNameWhenItIsWhole() {
        dealer("pushed");
        SERVER.has("out/inventory.csv", "of before", CHANGED);
        send("pushed", FILE);
        push("push-inventory", SERVER.host() + "/out", "fileName: inventory.csv");

        schedules.run("push-inventory");

        await().untilAsserted(() -> assertThat(SERVER.text("out/inventory.csv")).contains("1HGCV1F35LA000002"));
        assertThat(SERVER.names("out")).containsExactly("inventory.csv");
        assertThat(SERVER.happened())
                .contains("written .vinbridge-inventory.csv", "moved .vinbridge-inventory.csv to inventory.csv")
                .doesNotContain("written inventory.csv", "removed inventory.csv");
        await().untilAsserted(() -> assertThat(JsonPath.<List<Integer>>read(
                        node.get("/feeds").body(), "$.items[?(@.name=='inventory')].pushes[0].rows"))
                .containsExactly(1));
    }

    @Test
    void aHostIsReachedOnlyWhereItIsAllowedHasAnAccountAndShowsItsKey(CapturedOutput output) {
        dealer("strange");
        assertThat(schedules.refusal("poll-unlisted", polling("strange", UNLISTED.host() + "/d7?fileName=stock.csv")))
                .contains("VINBRIDGE_ROUTES_HOSTS");
        assertThat(schedules.refusal("poll-nobody", polling("strange", "files.example.com/d7?fileName=stock.csv")))
                .contains("there is no account of files.example.com")
                .contains("VINBRIDGE_SFTP_ACCOUNTS_NAME_HOST");

        STRANGER.has("d7/stock.csv", FILE, CHANGED);
        poll("poll-stranger", "strange", STRANGER.host() + "/d7?fileName=stock.csv");
        HttpResponse<String> failed = schedules.answer("poll-stranger");
        assertThat(failed.statusCode()).as(failed.body()).isGreaterThanOrEqualTo(400);
        assertThat(STRANGER.signedIn())
                .as("nobody says a password to a stranger")
                .isEmpty();
        assertThat(files("strange", "state")).isEmpty();

        assertThat(output.getAll()).doesNotContain(SftpServer.PASSWORD);
        assertThat(node.get("/routes/poll-stranger.camel.yaml").body()).doesNotContain(SftpServer.PASSWORD);
        assertThat(failed.body()).doesNotContain(SftpServer.PASSWORD);
    }

    @Test
    void aRouteSaysNeitherAccountNorKeyNorWhatReadsFilesOfThisService() {
        for (String option : List.of(
                "username=d7",
                "password=x",
                "privateKeyUri=file:/etc/passwd",
                "knownHostsFile=/tmp/known",
                "strictHostKeyChecking=no",
                "localWorkDirectory=/tmp",
                "idempotentRepository=%23inboxRepository",
                "processStrategy=%23x")) {
            assertThat(schedules.refusal(
                            "poll-odd", polling("odd", SERVER.host() + "/d7?fileName=stock.csv&" + option)))
                    .as(option)
                    .contains("is not offered");
        }
        assertThat(schedules.refusal("poll-odd", polling("odd", SERVER.host() + "/d7")))
                .contains("fileName, or delete=true or move");
        assertThat(schedules.refusal(
                        "poll-odd",
                        polling("odd", SERVER.host() + "/d7?fileName=stock.csv").replace("timeout: 0", "")))
                .contains("timeout is missing");
        assertThat(schedules.refusal(
                        "poll-odd",
                        polling("odd", SERVER.host() + "/d7?fileName=stock.csv").replace("constant", "simple")))
                .contains("simple");
        assertThat(schedules.refusal(
                        "poll-odd",
                        "- pollEnrich: {constant: {expression: \"file:/etc?fileName=passwd\"}, timeout: 0}"))
                .contains("a route may not fetch from file");
        assertThat(schedules.refusal("push-odd", "- to: \"sftp:" + SERVER.host() + "/out\""))
                .contains("fileName");
        assertThat(schedules.refusal(
                        "push-odd", "- to: \"sftp:" + SERVER.host() + "/out?fileName=a&fileExist=Append\""))
                .contains("TryRename or Override");
        assertThat(schedules.refusal(
                        "push-odd",
                        "- to: \"sftp:d7:" + SftpServer.PASSWORD + "@" + SERVER.host() + "/out?fileName=a\""))
                .contains("secret of this service");
    }

    private static void dealer(String code) {
        HttpResponse<String> put = node.send(node.request("/api/v1/dealers/" + code, "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        "{\"name\": \"Example Motors\", \"linkTemplate\": \"https://www.example.com/{vin}\"}")));
        assertThat(put.statusCode()).as(put.body()).isBetween(200, 204);
    }

    private static void send(String dealer, String file) {
        HttpResponse<String> sent =
                node.send(node.request("/api/v1/stock/" + dealer).POST(BodyPublishers.ofString(file)));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(files(dealer, "state")).contains("taken"));
    }

    private static List<String> files(String dealer, String member) {
        return JsonPath.read(node.get("/stock/" + dealer + "/files").body(), "$.items[*]." + member);
    }

    private static String polling(String dealer, String where) {
        return """
                - setVariable: {name: dealer, constant: {expression: %s}}
                - setVariable: {name: mode, constant: {expression: whole}}
                - pollEnrich: {constant: {expression: "sftp:%s"}, timeout: 0}
                - to: {uri: "direct:stock.receive"}
                """.formatted(dealer, where);
    }

    private static void poll(String name, String dealer, String where) {
        schedules.put(name, polling(dealer, where));
        untilItIsThere(name);
    }

    private static void push(String name, String where, String parameters) {
        schedules.put(name, """
                - setVariable: {name: feed, constant: {expression: inventory.csv}}
                - setVariable: {name: dealer, constant: {expression: pushed}}
                - to: {uri: "direct:feeds.make"}
                - to: {uri: "sftp:%s", parameters: {%s}}
                - to: {uri: "direct:feeds.note-pushed"}
                """.formatted(where, parameters));
    }

    private static void untilItIsThere(String name) {
        await().until(() -> node.get("/schedules").body().contains("\"" + name + "\""));
    }
}
