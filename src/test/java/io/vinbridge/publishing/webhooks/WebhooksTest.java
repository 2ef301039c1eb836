package io.vinbridge.publishing.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.ChangedVehicle;
import io.vinbridge.changes.FieldChange;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Receivers are told what they want, signed, until they have it; and none feels how the others are. */
class WebhooksTest {

    private static final String[] SETTINGS = {
        "vinbridge.webhooks.plain-http=true",
        "vinbridge.webhooks.private-addresses=true",
        "vinbridge.webhooks.first-backoff=200ms",
        "vinbridge.webhooks.max-backoff=400ms",
        "vinbridge.webhooks.longest-rest=1s",
        "vinbridge.webhooks.answer-timeout=6s",
        "vinbridge.webhooks.delivery-timeout=7s",
        "vinbridge.webhooks.give-up-after=1h",
        "vinbridge.monitoring.sample=200"
    };
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(SETTINGS);
    private static final Node OTHER = WORLD.node(SETTINGS);
    private static final AtomicInteger KINDS = new AtomicInteger();

    private final String kind = "test.kind-" + KINDS.incrementAndGet();
    private final List<Receiver> receivers = new ArrayList<>();

    @AfterEach
    void closeReceivers() {
        String hooks = NODE.get("/webhooks?limit=200").body();
        JsonPath.<List<String>>read(hooks, "$.items[*].id").forEach(WebhooksTest::delete);
        receivers.forEach(Receiver::close);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    /** Only to those that name the kind: who wants all changes of vehicles does not want that. */
    @Test
    void tellOnceADayThatAShareOfTheBudgetIsSpent() throws Exception {
        try (World world = World.create();
                Receiver told = new Receiver();
                Receiver others = new Receiver()) {
            Node node = world.node(
                    "vinbridge.webhooks.plain-http=true",
                    "vinbridge.webhooks.private-addresses=true",
                    "vinbridge.monitoring.sample=100",
                    "vinbridge.chromedata.calls-per-day=10");
            node.post(
                    "/webhooks",
                    "{\"url\":\"%s\",\"kinds\":[\"budget.spent-50\",\"budget.spent-80\"]}".formatted(told.url()));
            node.post("/webhooks", "{\"url\":\"%s\"}".formatted(others.url()));

            node.bean(JdbcTemplate.class)
                    .update("INSERT INTO budget (day, spent) VALUES ((now() AT TIME ZONE 'UTC')::date, 5)");

            await().until(() -> told.got().size() == 1);
            assertThat(JsonPath.<String>read(told.got().get(0).body(), "$.type"))
                    .isEqualTo("budget.spent-50");
            assertThat(told.got().get(0).id()).matches("budget-\\d{4}-\\d{2}-\\d{2}-50");
            node.bean(JdbcTemplate.class).update("UPDATE budget SET spent = 8");
            await().until(() -> told.got().size() == 2);
            assertThat(JsonPath.<String>read(told.got().get(1).body(), "$.type"))
                    .isEqualTo("budget.spent-80");
            assertThat(others.got()).isEmpty();
        }
    }

    @Test
    void postTheChangeSignedWithTheSecretThatIsToldOnce() throws Exception {
        Receiver receiver = receiver();
        String made = hook(receiver);
        String secret = JsonPath.read(made, "$.secret");

        append("VIN1", List.of(new FieldChange("price.msrp", 100, 120)));

        await().until(() -> receiver.got().size() == 1);
        Receiver.Got message = receiver.got().get(0);
        assertThat(JsonPath.<String>read(message.body(), "$.type")).isEqualTo(kind);
        assertThat(JsonPath.<String>read(message.body(), "$.data.vin")).isEqualTo("VIN1");
        assertThat(JsonPath.<Integer>read(message.body(), "$.data.fields[0].to"))
                .isEqualTo(120);
        assertThat(message.id()).isEqualTo(JsonPath.read(message.body(), "$.data.id"));
        assertThat(message.headers().getFirst("content-type")).startsWith("application/json");
        assertThat(message.headers().getFirst("webhook-signature")).isEqualTo("v1," + hmac(secret, message));
        assertThat(Long.parseLong(message.headers().getFirst("webhook-timestamp")))
                .isCloseTo(Instant.now().getEpochSecond(), within(60L));
        assertThat(NODE.get("/webhooks/" + id(made)).body()).doesNotContain("whsec_");
        assertThat(NODE.get("/webhooks").body()).doesNotContain("whsec_");
    }

    @Test
    void tellOnlyWhatAReceiverWants() {
        Receiver ofVehicle = receiver();
        Receiver ofMake = receiver();
        Receiver ofOtherMake = receiver();
        String vin = World.freshVin();
        NODE.get("/vehicles/" + vin);
        create("\"url\":\"%s\",\"kinds\":[\"%s\"],\"vins\":[\"%s\"]".formatted(ofVehicle.url(), kind, vin));
        create("\"url\":\"%s\",\"kinds\":[\"%s\"],\"make\":\"HONDA\"".formatted(ofMake.url(), kind));
        String other = create("\"url\":\"%s\",\"kinds\":[\"%s\"],\"make\":\"Ford\"".formatted(ofOtherMake.url(), kind));

        append("OTHER", List.of());
        append(vin, List.of());
        await().until(() -> ofVehicle.got().size() == 1 && ofMake.got().size() == 1);

        assertThat(JsonPath.<String>read(ofVehicle.got().get(0).body(), "$.data.vin"))
                .isEqualTo(vin);
        assertThat(JsonPath.<String>read(ofMake.got().get(0).body(), "$.data.vin"))
                .isEqualTo(vin);
        assertThat(deliveries(other, "state")).isEmpty();
    }

    @Test
    void tellWhoFollowsAMakeOrAModelThatAVehicleWasDeleted() {
        Receiver ofMake = receiver();
        Receiver ofModel = receiver();
        Receiver ofOtherMake = receiver();
        String vin = World.freshVin();
        String model = JsonPath.read(NODE.get("/vehicles/" + vin).body(), "$.model");
        String removals = "\"url\":\"%s\",\"kinds\":[\"vehicle.removed\"],";
        create((removals + "\"make\":\"HONDA\"").formatted(ofMake.url()));
        create((removals + "\"make\":\"Honda\",\"model\":\"%s\"").formatted(ofModel.url(), model));
        String other = create((removals + "\"make\":\"Ford\"").formatted(ofOtherMake.url()));

        assertThat(NODE.send(NODE.request("/api/v1/vehicles/" + vin).DELETE()).statusCode())
                .isEqualTo(204);

        await().until(() -> ofMake.got().size() == 1 && ofModel.got().size() == 1);
        assertThat(JsonPath.<String>read(ofMake.got().get(0).body(), "$.type")).isEqualTo("vehicle.removed");
        assertThat(JsonPath.<String>read(ofModel.got().get(0).body(), "$.data.vin"))
                .isEqualTo(vin);
        assertThat(deliveries(other, "state")).isEmpty();
    }

    @Test
    void deliverEachChangeOnceThoughTwoNodesDeliver() {
        Receiver receiver = receiver();
        String made = hook(receiver);
        for (int i = 0; i < 150; i++) {
            append("VIN" + i, List.of());
        }

        await().until(() -> NODE.bean(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT count(*) FROM webhook_deliveries WHERE webhook_id::text = ? AND state = 'delivered'",
                                Long.class,
                                id(made))
                == 150);

        assertThat(receiver.ids()).doesNotHaveDuplicates().hasSize(150);
    }

    @Test
    void areTriedAgainWithTheSameIdWhereTheReceiverFails() {
        AtomicInteger answered = new AtomicInteger();
        Receiver receiver =
                receiver().answering(exchange -> Receiver.answer(exchange, answered.incrementAndGet() < 3 ? 500 : 200));
        String made = hook(receiver);

        append("VIN1", List.of());

        await().untilAsserted(() -> assertThat(deliveries(made, "state")).containsExactly("delivered"));
        assertThat(receiver.ids()).hasSize(3).containsOnly(receiver.ids().get(0));
        assertThat(JsonPath.<List<Integer>>read(log(made), "$.items[*].attempts"))
                .containsExactly(3);
    }

    @Test
    void areGivenUpAfterATimeAndMadeAgainWhenAPersonSaysSo() {
        Receiver receiver = receiver().answering(500);
        String made = hook(receiver);
        append("VIN1", List.of());
        await().until(() -> receiver.got().size() >= 3);
        assertThat(deliveries(made, "state")).containsExactly("pending");

        NODE.bean(JdbcTemplate.class)
                .update(
                        "UPDATE webhook_deliveries SET begun_at = now() - interval '1 hour' WHERE webhook_id::text = ?",
                        id(made));

        await().untilAsserted(() -> assertThat(deliveries(made, "state")).containsExactly("given-up"));
        assertThat(deliveries(made, "failure")).containsExactly("It answered 500");
        receiver.answering(200);

        String delivery = deliveries(made, "id").get(0);
        int status = NODE.post("/webhooks/" + id(made) + "/deliveries/" + delivery + "/replay", "")
                .statusCode();

        assertThat(status).isEqualTo(202);
        await().untilAsserted(() -> assertThat(deliveries(made, "state")).containsExactly("delivered"));
        assertThat(NODE.post("/webhooks/" + id(made) + "/deliveries/999999/replay", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void areSwitchedOffWhereTheReceiverIsGone() {
        Receiver receiver = receiver().answering(410);
        String made = hook(receiver);

        append("VIN1", List.of());

        await().until(() -> !enabled(made));
        String hook = NODE.get("/webhooks/" + id(made)).body();
        assertThat(JsonPath.<String>read(hook, "$.disabledReason")).isEqualTo("It answered 410 Gone");
        assertThat(deliveries(made, "state")).containsExactly("given-up");
        assertThat(NODE.post("/webhooks/" + id(made) + "/ping", "").statusCode())
                .isEqualTo(409);
        receiver.answering(200);
        put(made, "\"url\":\"%s\",\"kinds\":[\"%s\"]".formatted(receiver.url(), kind));
        append("VIN2", List.of());
        await().until(() -> receiver.got().size() == 2);
        assertThat(JsonPath.<String>read(receiver.got().get(1).body(), "$.data.vin"))
                .isEqualTo("VIN2");
    }

    @Test
    void tellWhatChangedWhileTheyWereOnThoughTheyAreSwitchedOffAtOnce() {
        Receiver receiver = receiver();
        String made = hook(receiver);
        String members = "\"url\":\"%s\",\"kinds\":[\"%s\"]".formatted(receiver.url(), kind);
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            append("BEFORE" + i, List.of());
            told.add("BEFORE" + i);
            put(made, members + ",\"enabled\":false");
            put(made, members);
        }
        await().untilAsserted(() -> assertThat(vins(receiver)).containsAll(told));

        append("LAST", List.of());
        put(made, members + ",\"enabled\":false");
        await().untilAsserted(() -> assertThat(deliveries(made, "state")).hasSize(21));
        append("OFF", List.of());
        await().until(() -> NODE.bean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT (SELECT head FROM feed_head) = position AND NOT EXISTS (SELECT FROM changes WHERE position IS NULL)"
                                + " FROM feed_consumers WHERE name = 'webhooks'",
                        Boolean.class));
        put(made, members);
        append("ON", List.of());

        await().untilAsserted(
                        () -> assertThat(vins(receiver)).contains("LAST", "ON").doesNotContain("OFF"));
    }

    private static List<String> vins(Receiver receiver) {
        return receiver.got().stream()
                .map(message -> JsonPath.<String>read(message.body(), "$.data.vin"))
                .toList();
    }

    @Test
    void repeatNothingWhileTheyAreSwitchedOff() {
        Receiver receiver = receiver();
        String made = hook(receiver);
        append("VIN1", List.of());
        await().untilAsserted(() -> assertThat(deliveries(made, "state")).containsExactly("delivered"));
        put(made, "\"url\":\"%s\",\"enabled\":false".formatted(receiver.url()));
        String replay = "/webhooks/" + id(made) + "/deliveries/"
                + deliveries(made, "id").get(0) + "/replay";

        HttpResponse<String> refused = NODE.post(replay, "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("switch it on first");
        assertThat(deliveries(made, "state")).containsExactly("delivered");
    }

    @Test
    void followNoRedirect() {
        Receiver inside = receiver();
        Receiver receiver = receiver().answering(exchange -> {
            exchange.getResponseHeaders().set("Location", inside.url());
            Receiver.answer(exchange, 307);
        });
        String made = hook(receiver);

        append("VIN1", List.of());

        await().untilAsserted(() -> assertThat(deliveries(made, "failure"))
                .containsExactly("It answered 307, and redirects are not followed"));
        assertThat(inside.got()).isEmpty();
    }

    @Test
    void leaveAReceiverAloneForAsLongAsItAsks() {
        Receiver receiver = receiver().answering(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            Receiver.answer(exchange, 429);
        });
        String made = hook(receiver);

        append("VIN1", List.of());

        await().untilAsserted(() -> assertThat(deliveries(made, "failure")).containsExactly("It answered 429"));
        String resting = JsonPath.read(NODE.get("/webhooks/" + id(made)).body(), "$.restingUntil");
        assertThat(Duration.between(Instant.now(), Instant.parse(resting)))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void leaveItAloneThoughItTakesAnotherMessageMeanwhile() {
        AtomicInteger answered = new AtomicInteger();
        CountDownLatch bothCame = new CountDownLatch(2);
        CountDownLatch refusalIsNoted = new CountDownLatch(1);
        Receiver receiver = receiver().answering(exchange -> {
            boolean first = answered.incrementAndGet() == 1;
            bothCame.countDown();
            until(first ? bothCame : refusalIsNoted);
            if (first) {
                exchange.getResponseHeaders().set("Retry-After", "3600");
            }
            Receiver.answer(exchange, first ? 429 : 204);
        });
        String made = hook(receiver);
        append("VIN1", List.of());
        append("VIN2", List.of());
        await().until(() -> JsonPath.read(NODE.get("/webhooks/" + id(made)).body(), "$.restingUntil") != null);

        refusalIsNoted.countDown();

        await().untilAsserted(() -> assertThat(deliveries(made, "state")).contains("delivered"));
        String resting = JsonPath.read(NODE.get("/webhooks/" + id(made)).body(), "$.restingUntil");
        assertThat(resting).isNotNull();
        assertThat(Duration.between(Instant.now(), Instant.parse(resting)))
                .isBetween(Duration.ofMinutes(58), Duration.ofMinutes(61));
    }

    private static void until(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void areTroubleFromSomeFailuresInARowUntilOneIsTaken() {
        Receiver receiver = receiver().answering(500);
        hook(receiver);

        append("VIN1", List.of());

        await().until(() -> NODE.get("/health").body().contains("webhooks-resting"));
        // Rests of a second at most begin and end meanwhile.
        await().during(Duration.ofSeconds(3))
                .until(() -> NODE.get("/health").body().contains("webhooks-resting"));
        receiver.answering(200);
        append("VIN2", List.of());
        await().until(() -> !NODE.get("/health").body().contains("webhooks-resting"));
    }

    @Test
    void reachOthersAtOnceWhileReceiversHangTrickleFailAndAreGone() {
        CountDownLatch never = new CountDownLatch(1);
        Receiver hanging = receiver().answering(exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Receiver trickling = receiver().answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (never.getCount() > 0) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            }
        });
        Receiver failing = receiver().answering(500);
        Receiver well = receiver();
        String hung = hook(hanging);
        String slow = hook(trickling);
        hook(failing);
        create("\"url\":\"http://127.0.0.1:9/gone\",\"kinds\":[\"%s\"]".formatted(kind));
        hook(well);
        for (int i = 0; i < 50; i++) {
            append("VIN" + i, List.of());
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> well.got().size() == 50);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deliveries(hung, "failure")).contains("It did not answer in time"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deliveries(slow, "failure")).contains("It took longer than PT7S"));
        append("LAST", List.of());
        await().atMost(Duration.ofSeconds(5)).until(() -> well.got().size() == 51);
        never.countDown();
    }

    @Test
    void signWithTheOldSecretTooAfterItWasRotated() throws Exception {
        Receiver receiver = receiver();
        String made = hook(receiver);
        String own = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);

        String rotated = NODE.post("/webhooks/" + id(made) + "/rotate-secret", "{\"secret\":\"" + own + "\"}")
                .body();
        NODE.post("/webhooks/" + id(made) + "/ping", "");

        await().until(() -> receiver.got().size() == 1);
        Receiver.Got message = receiver.got().get(0);
        assertThat(JsonPath.<String>read(rotated, "$.secret")).isEqualTo(own);
        assertThat(message.headers().getFirst("webhook-signature"))
                .isEqualTo("v1," + hmac(own, message) + " v1," + hmac(JsonPath.read(made, "$.secret"), message));
        assertThat(JsonPath.<String>read(message.body(), "$.type")).isEqualTo("ping");
        assertThat(message.id()).startsWith("ping-");
        String again = NODE.post("/webhooks/" + id(made) + "/rotate-secret", "").body();
        assertThat(JsonPath.<String>read(again, "$.secret"))
                .startsWith("whsec_")
                .isNotEqualTo(own);
    }

    @Test
    void areRefusedWithTheReasonWhereTheyCannotBe() {
        assertThat(refusal("\"url\":\"ftp://example.com\"")).contains("url must begin with https://");
        assertThat(refusal("\"url\":\"https://user:word@example.com/\"")).contains("neither user nor fragment");
        assertThat(refusal("\"url\":\"https://no-such-host.invalid/\""))
                .contains("a host that cannot be found, or is not a public address");
        assertThat(refusal("\"url\":\"https://127.0.0.1.nip.invalid:0/\"")).contains("a port that is none");
        assertThat(refusal("\"url\":\"https://example.org:99999/\"")).contains("a port that is none");
        assertThat(refusal("\"url\":\"https://a b\"")).contains("url is no address");
        assertThat(refusal("\"kinds\":[]")).contains("url is missing");
        assertThat(refusal("\"url\":\"http://127.0.0.1/\",\"secret\":\"short\""))
                .contains("24 to 64 bytes")
                .doesNotContain("short");
        assertThat(refusal("\"url\":\"http://127.0.0.1/\",\"vins\":[\"X\"]")).contains("invalid-vin");
        assertThat(NODE.get("/webhooks/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void leadToNoPrivateAddressUnlessThatIsAllowed() {
        try (World world = World.create()) {
            Node strict = world.node("vinbridge.webhooks.first-backoff=200ms");
            String url = "{\"url\":\"%s\"}";

            for (String inside :
                    List.of("https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://2130706433/")) {
                HttpResponse<String> refused = strict.post("/webhooks", url.formatted(inside));
                assertThat(refused.statusCode()).as(inside).isEqualTo(400);
                assertThat(refused.body()).contains("vinbridge.webhooks.private-addresses");
            }
            assertThat(strict.post("/webhooks", url.formatted("http://1.1.1.1/"))
                            .body())
                    .contains("url must begin with https://");

            // A name that led elsewhere when the webhook was made leads inside now.
            Receiver receiver = receiver();
            String made =
                    strict.post("/webhooks", url.formatted("https://1.1.1.1/")).body();
            strict.bean(JdbcTemplate.class).update("UPDATE webhooks SET url = ?", receiver.url());
            strict.post("/webhooks/" + id(made) + "/ping", "");
            await().untilAsserted(() -> assertThat(
                            strict.get("/webhooks/" + id(made) + "/deliveries").body())
                    .contains("It was not called: the host is not a public address"));
            assertThat(receiver.got()).isEmpty();
        }
    }

    private Receiver receiver() {
        Receiver receiver = new Receiver();
        receivers.add(receiver);
        return receiver;
    }

    /** A webhook that wants this test's kind, as it was answered. */
    private String hook(Receiver receiver) {
        return create("\"url\":\"%s\",\"kinds\":[\"%s\"]".formatted(receiver.url(), kind));
    }

    private static String create(String members) {
        HttpResponse<String> made = NODE.post("/webhooks", "{" + members + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).contains("/api/v1/webhooks/" + id(made.body()));
        return made.body();
    }

    private static String refusal(String members) {
        HttpResponse<String> refused = NODE.post("/webhooks", "{" + members + "}");
        assertThat(refused.statusCode()).as(members).isEqualTo(400);
        return refused.body();
    }

    private static void put(String made, String members) {
        int status = NODE.send(NODE.request("/api/v1/webhooks/" + id(made))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{" + members + "}")))
                .statusCode();
        assertThat(status).isEqualTo(200);
    }

    private static void delete(String id) {
        int status = NODE.send(NODE.request("/api/v1/webhooks/" + id).DELETE()).statusCode();
        assertThat(status).isEqualTo(204);
    }

    private void append(String vin, List<FieldChange> fields) {
        OTHER.bean(ChangeLog.class).append(List.of(new ChangedVehicle(vin, null)), kind, fields, null);
    }

    private static String id(String made) {
        return JsonPath.read(made, "$.id");
    }

    private static boolean enabled(String made) {
        return JsonPath.<Boolean>read(NODE.get("/webhooks/" + id(made)).body(), "$.enabled");
    }

    private static String log(String made) {
        return NODE.get("/webhooks/" + id(made) + "/deliveries").body();
    }

    private static List<String> deliveries(String made, String member) {
        return JsonPath.read(log(made), "$.items[*]." + member);
    }

    private static String hmac(String secret, Receiver.Got message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        String signed = message.id() + "." + message.headers().getFirst("webhook-timestamp") + "." + message.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
