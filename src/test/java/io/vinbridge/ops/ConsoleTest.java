package io.vinbridge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hawtio shows the running routes to whoever has the key, and changes nothing. */
class ConsoleTest {

    private static final World WORLD = World.create();
    private static final Node NODE =
            WORLD.node("vinbridge.access.disabled=false", "vinbridge.admin-key=the-key", "camel.main.jmx-enabled=true");
    private static final String CONTEXT = "org.apache.camel:context=vinbridge,name=\\\"vinbridge\\\",type=context";

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/hawtio",
                "/actuator/hawtio/",
                "/actuator/hawtio/index.html",
                "/actuator/hawtio/auth/login",
                "/actuator/jolokia",
                "//actuator/jolokia",
                "/actuator/%6Aolokia",
                "/actuator/jolokia/list",
                "/actuator/jolokia/read/java.lang:type=Memory"
            })
    void isClosedToAnyoneElse(String path) {
        HttpResponse<String> nobody = get(path, null);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("Basic"));
        assertThat(get(path, "another-key").statusCode()).isEqualTo(401);
    }

    @Test
    void showsTheRoutesAndTheirCountsToWhoeverSignsIn() {
        assertThat(get("/actuator/hawtio/index.html", "the-key").body()).contains("<html");

        String read = jolokia("{\"type\":\"read\",\"mbean\":\"" + CONTEXT + "\",\"attribute\":\"ExchangesTotal\"}");
        assertThat(JsonPath.<Integer>read(read, "$.status")).as(read).isEqualTo(200);
        String routes =
                jolokia("{\"type\":\"exec\",\"mbean\":\"" + CONTEXT + "\",\"operation\":\"dumpRoutesAsXml()\"}");
        assertThat(JsonPath.<String>read(routes, "$.value")).contains("act-on-event", "poll-data-version");
    }

    @Test
    void describesTheBeansOfOneClassInOneObject() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<ObjectName> routes = List.copyOf(
                server.queryNames(new ObjectName("org.apache.camel:context=vinbridge,type=routes,*"), null));

        Map<String, MBeanAttributeInfo> described = new HashMap<>();
        assertThat(routes).hasSizeGreaterThan(50).allSatisfy(route -> {
            MBeanInfo info = server.getMBeanInfo(route);
            MBeanAttributeInfo first = info.getAttributes()[0];
            assertThat(described.computeIfAbsent(info.getClassName(), type -> first))
                    .isSameAs(first);
            assertThat(route.getKeyProperty("name"))
                    .isEqualTo(ObjectName.quote((String) server.getAttribute(route, "RouteId")));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"exec\",\"mbean\":\"CONTEXT\",\"operation\":\"stop()\"}",
                "{\"type\":\"exec\",\"mbean\":\"CONTEXT\",\"operation\":\"sendBody\",\"arguments\":[\"direct:x\",\"y\"]}",
                "{\"type\":\"write\",\"mbean\":\"CONTEXT\",\"attribute\":\"Tracing\",\"value\":true}",
                "{\"type\":\"read\",\"mbean\":\"java.lang:type=Runtime\",\"attribute\":\"SystemProperties\"}",
                "{\"type\":\"exec\",\"mbean\":\"java.lang:type=Memory\",\"operation\":\"gc\"}",
                "{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\"}",
                "{\"type\":\"exec\",\"mbean\":\"CONTEXT\",\"operation\":\"createEndpoint(java.lang.String)\",\"arguments\":[\"direct:x\"]}",
                "{\"type\":\"exec\",\"mbean\":\"org.apache.camel:context=vinbridge,type=tracer,name=BacklogTracer\",\"operation\":\"dumpAllTracedMessagesAsXml()\"}",
                "{\"type\":\"read\",\"mbean\":\"org.apache.camel:context=vinbridge,type=endpoints,name=\\\"direct://findVehicle\\\"\",\"attribute\":\"EndpointBaseUri\"}"
            })
    void changesNothingAndShowsNoSetting(String request) {
        String answer = jolokia(request.replace("CONTEXT", CONTEXT));

        assertThat(JsonPath.<Integer>read(answer, "$.status")).as(answer).isEqualTo(403);
    }

    /** As Hawtio's pages of contexts and routes were seen to ask, with the type that its library writes. */
    @Test
    void answersWhatHawtiosPagesAsk() {
        for (String request : List.of(
                "{\"type\":\"version\"}",
                "{\"type\":\"list\"}",
                "{\"type\":\"search\",\"mbean\":\"*:type=security,area=jmx,*\"}",
                "{\"type\":\"read\",\"mbean\":\"CONTEXT\",\"attribute\":\"CamelVersion\"}",
                "{\"type\":\"read\",\"mbean\":\"CONTEXT\"}",
                "{\"type\":\"exec\",\"mbean\":\"CONTEXT\",\"operation\":\"dumpRoutesAsXml()\",\"arguments\":[]}",
                "{\"type\":\"read\",\"mbean\":\"org.apache.camel:context=vinbridge,type=routes,name=\\\"act-on-event\\\"\"}")) {
            HttpResponse<String> answer = NODE.send(signedIn(
                            request(
                                    NODE,
                                    "/actuator/hawtio/jolokia/?maxDepth=7&maxCollectionSize=50000&ignoreErrors=true"
                                            + "&canonicalNaming=false&mimeType=application/json"),
                            "the-key")
                    .header("Content-Type", "text/json")
                    .POST(BodyPublishers.ofString(request.replace("CONTEXT", CONTEXT))));

            assertThat(answer.statusCode()).as(request).isEqualTo(200);
            assertThat(JsonPath.<Integer>read(answer.body(), "$.status"))
                    .as("%s: %s", request, answer.body())
                    .isEqualTo(200);
            assertThat(answer.body()).doesNotContain("hikari", "HotSpotDiagnostic");
        }
    }

    /** Jolokia's JSR-160 proxy would connect to the address and deserialise its answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "service:jmx:rmi:///jndi/rmi://127.0.0.1:PORT/jmxrmi",
                "service:jmx:rmi://127.0.0.1:PORT/stub/AAAA",
                "service:jmx:jmxmp://127.0.0.1:PORT"
            })
    void connectsToNoOtherServer(String address) throws Exception {
        try (ServerSocket asked = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = address.replace("PORT", Integer.toString(asked.getLocalPort()));
            jolokia("{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\",\"target\":{\"url\":\"" + url
                    + "\",\"user\":\"u\",\"password\":\"p\"}}");

            asked.setSoTimeout(300);
            assertThatThrownBy(asked::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.jolokia.service.jsr160.Jsr160RequestHandler", "com.mchange.v2.c3p0.ComboPooledDataSource"})
    void hasNoClassThatConnectsOutOrIsAGadget(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  Origin,         https://other.example, 403",
        "POST, Origin,         https://other.example, 403",
        "POST, Origin,         null,                  403",
        "POST, Origin,         :,                     403",
        "GET,  Sec-Fetch-Site, cross-site,            403",
        "POST, Sec-Fetch-Site, same-site,             403",
        "OPTIONS, Accept,      */*,                   405",
        "PUT,  Accept,         */*,                   405"
    })
    void answersNoOtherSite(String method, String header, String value, int status) {
        HttpResponse<String> answer = NODE.send(signedIn(request(NODE, "/actuator/jolokia"), "the-key")
                .header(header, value)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{\"type\":\"version\"}")));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/plain; application/json", "json"})
    void takesNothingThatAPageMaySendUnasked(String type) {
        HttpResponse<String> answer = NODE.send(signedIn(request(NODE, "/actuator/jolokia"), "the-key")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"type\":\"version\"}")));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void answersItsOwnPagesAndNamesNoOrigin() {
        HttpResponse<String> answer = NODE.send(signedIn(request(NODE, "/actuator/jolokia"), "the-key")
                .header("Origin", "http://127.0.0.1:" + NODE.managementPort())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString("{\"type\":\"version\"}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.status")).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    /** Whoever could say to be far could as well say to be near. */
    @Test
    void believesNobodyWhereARequestIsFrom() {
        Node behindProxy = WORLD.node(
                "vinbridge.access.disabled=false",
                "vinbridge.admin-key=the-key",
                "server.forward-headers-strategy=native");

        int status = behindProxy
                .send(signedIn(request(behindProxy, "/actuator/jolokia/read/java.lang:type=Memory"), "the-key")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .GET())
                .statusCode();

        assertThat(status).isEqualTo(200);
    }

    @Test
    void isNotOnTheApisPort() {
        assertThat(NODE.send(NODE.request("/actuator/hawtio", "X-API-Key", "the-key")
                                .GET())
                        .statusCode())
                .isEqualTo(404);
        assertThat(NODE.send(NODE.request("/auth/login", "X-API-Key", "the-key").GET())
                        .statusCode())
                .isEqualTo(404);
    }

    private static String jolokia(String json) {
        return NODE.send(signedIn(request(NODE, "/actuator/jolokia"), "the-key")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)))
                .body();
    }

    private static HttpResponse<String> get(String path, String key) {
        return NODE.send(signedIn(request(NODE, path), key).GET());
    }

    private static HttpRequest.Builder request(Node node, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.managementPort() + path));
    }

    private static HttpRequest.Builder signedIn(HttpRequest.Builder request, String key) {
        return key == null
                ? request
                : request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("operator:" + key).getBytes(StandardCharsets.UTF_8)));
    }
}
