package io.vinbridge.ops.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vinbridge.ops.routes.check.RouteYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generator of route files: the shipped ones, with what an attacker would write in places where it does not belong. */
final class RouteMutations {

    private static final List<String> REACHES = List.of(
            "env:PATH",
            "env.PATH",
            "sysenv.PATH",
            "sys.user.home",
            "sys:user.home",
            "properties:chromedata.account-secret",
            "propertiesExist:chromedata.account-secret",
            "bean:environment",
            "bean:environment?method=getSystemEnvironment",
            "ref:environment",
            "type:java.lang.System.out",
            "camelContext",
            "camelContext.name",
            "exchange",
            "exchange.context",
            "exchange.context.registry",
            "exchangeProperty.x",
            "messageAs(java.lang.String)",
            "bodyAs(java.lang.Class)",
            "bodyAs(java.io.File)",
            "mandatoryBodyAs(java.lang.Class)",
            "body.class",
            "body.getClass",
            "body.getClass()",
            "body.declaringClass",
            "body.declaringClass.classLoader",
            "body.context",
            "body.context.registry",
            "body[0].declaringClass",
            "body?.class",
            "body.bytes",
            "header.scheduler",
            "header.scheduler.context",
            "headers.scheduler.context",
            "headers[scheduler].context",
            "header.trigger",
            "headers",
            "variables",
            "variable.x.y",
            "variable.request",
            "messageHistory",
            "routeGroup",
            "threadName",
            "hostname",
            "language:simple:${env:PATH}",
            "exception.stackTrace",
            "exception.class",
            "date:now:${env:PATH}",
            "random(1,${env:PATH})",
            "collate(1)",
            "join(',')",
            "pretty(body)",
            "function:x",
            "uuid(#class:java.lang.Object)",
            "attachments",
            "jsonpath(.)",
            "xpath(/)",
            "empty(list)",
            "iif(1,${env:PATH},2)",
            "hash(body)",
            "body.declaringClass.enumConstants",
            "body.name()",
            "body.ordinal",
            "body.toString()",
            "body.a.b.class.protectionDomain",
            "bodyAs(byte[]).class",
            "bodyAs(java.lang.Enum).declaringClass",
            "headerAs(x,java.lang.Class)",
            "header.x.class",
            "header.x.bytes",
            "variable.x.class.name",
            "variableAs(x,java.util.Properties)",
            "sysenv:HOME",
            "env:HOME",
            "properties:spring.datasource.password:none",
            "setHeader(x,${env:PATH})",
            "setVariable(x,${env:PATH})",
            "jq(env.PATH)",
            "jsonpath($[?(@.class)])",
            "load(file:CANARY)",
            "val(${env:PATH})",
            "kindOfType(${body})",
            "prettyBody",
            "bodyOneLine",
            "toJsonBody",
            "exchangeId.class",
            "camelContext.propertiesComponent.loadProperties",
            "messageTimestamp.class",
            "logExchange",
            "replace(a,b)",
            "stepId",
            "fromRouteId",
            "originalBody",
            "body",
            "body.a",
            "body[a]",
            "header.x",
            "variable.kind",
            "uuid",
            "routeId");

    private static final List<String> FORMS = List.of(
            "${%s}",
            "$simple{%s}",
            "${${%s}}",
            "\\${%s}",
            "$${%s}",
            "${ %s }",
            "${\n%s}",
            "x${%s}x",
            "'${%s}'",
            "{{%s}}",
            "{{vinbridge.values.none:${%s}}}",
            "{{vinbridge.values.none:%s}}",
            "${body} == '${%s}'",
            "${%s} == ${%s}",
            "{{?%s}}",
            "resource:file:CANARY",
            "resource:classpath:application.yaml",
            "file:CANARY",
            "ref:environment",
            "#environment",
            "#bean:environment",
            "#class:java.io.File",
            "#property:chromedata.account-secret",
            "#valueAs(int):1",
            "RAW(%s)",
            "{{env:PATH}}",
            "{{sys:user.home}}",
            "{{bean:environment.systemEnvironment}}",
            "{{service:x}}",
            "{{chromedata.account-secret}}",
            "${body} is 'java.lang.String'",
            "\u0000${%s}",
            "$\u200b{%s}");

    private static final List<String> STEPS = List.of(
            "{\"setBody\":{\"simple\":\"@\"}}",
            "{\"setBody\":{\"header\":\"@\"}}",
            "{\"setBody\":{\"header\":\"scheduler\"}}",
            "{\"setBody\":{\"variable\":\"@\"}}",
            "{\"setBody\":{\"constant\":\"@\"}}",
            "{\"setBody\":{\"expression\":{\"simple\":{\"expression\":\"@\"}}}}",
            "{\"transform\":{\"simple\":\"@\"}}",
            "{\"setBody\":{\"simple\":{\"expression\":\"@\",\"resultType\":\"java.lang.Class\"}}}",
            "{\"setHeader\":{\"name\":\"x\",\"simple\":\"@\"}}",
            "{\"setHeader\":{\"name\":\"@\",\"constant\":\"x\"}}",
            "{\"setVariable\":{\"name\":\"x\",\"simple\":\"@\"}}",
            "{\"log\":\"@\"}",
            "{\"log\":{\"message\":\"@\"}}",
            "{\"log\":{\"message\":\"x\",\"logName\":\"@\"}}",
            "{\"filter\":{\"simple\":\"@\",\"steps\":[]}}",
            "{\"split\":{\"simple\":\"@\",\"steps\":[{\"log\":\"${body}\"}]}}",
            "{\"split\":{\"tokenize\":\"@\",\"steps\":[]}}",
            "{\"validate\":{\"simple\":\"@\"}}",
            "{\"to\":\"log:@\"}",
            "{\"to\":{\"uri\":\"log:x\",\"parameters\":{\"level\":\"@\"}}}",
            "{\"to\":{\"uri\":\"log:x\",\"parameters\":{\"showHeaders\":true,\"showVariables\":true}}}",
            "{\"to\":\"jslt:@\"}",
            "{\"to\":\"@\"}",
            "{\"wireTap\":\"log:@\"}",
            "{\"toD\":\"@\"}",
            "{\"recipientList\":{\"simple\":\"@\"}}",
            "{\"bean\":{\"ref\":\"@\"}}",
            "{\"script\":{\"simple\":\"@\"}}",
            "{\"process\":{\"ref\":\"@\"}}",
            "{\"convertBodyTo\":{\"type\":\"java.lang.Class\"}}",
            "{\"unmarshal\":{\"json\":{\"unmarshalType\":\"@\"}}}",
            "{\"marshal\":{\"json\":{}}}",
            "{\"setBody\":{\"method\":{\"ref\":\"environment\",\"method\":\"@\"}}}",
            "{\"setBody\":{\"jq\":\"env.PATH\"}}",
            "{\"setBody\":{\"jslt\":\"@\"}}",
            "{\"setBody\":{\"jslt\":\"{\\\"x\\\": $camelContext, \\\"y\\\": $exchange, \\\"z\\\": $headers, \\\"v\\\": $x}\"}}",
            "{\"setBody\":{\"jslt\":\"import \\\"file:CANARY\\\" as f f:x(.)\"}}",
            "{\"setBody\":{\"jsonpath\":\"@\"}}",
            "{\"setBody\":{\"xpath\":\"document('file:CANARY')\"}}",
            "{\"setBody\":{\"groovy\":\"System.getenv()\"}}",
            "{\"setBody\":{\"tokenize\":{\"token\":\"@\"}}}",
            "{\"setBody\":{\"csimple\":\"@\"}}",
            "{\"setBody\":{\"spel\":\"#{T(System).getenv()}\"}}",
            "{\"setBody\":{\"datasonnet\":\"@\"}}",
            "{\"unmarshal\":{\"jaxb\":{\"contextPath\":\"@\"}}}",
            "{\"unmarshal\":{\"custom\":{\"ref\":\"@\"}}}",
            "{\"unmarshal\":{\"jacksonXml\":{\"unmarshalType\":\"java.lang.Class\"}}}",
            "{\"unmarshal\":{\"csv\":{\"formatRef\":\"@\"}}}",
            "{\"marshal\":{\"json\":{\"library\":\"Jackson\",\"jsonView\":\"java.lang.Class\",\"objectMapper\":\"@\"}}}",
            "{\"convertBodyTo\":{\"type\":\"java.io.File\"}}",
            "{\"pollEnrich\":{\"constant\":\"file:/etc?fileName=passwd\"}}",
            "{\"enrich\":{\"simple\":\"@\"}}",
            "{\"claimCheck\":{\"operation\":\"Set\",\"key\":\"@\"}}",
            "{\"aggregate\":{\"correlationExpression\":{\"simple\":\"@\"},\"completionSize\":1,\"aggregationStrategy\":\"@\"}}",
            "{\"sort\":{\"simple\":\"@\",\"comparator\":\"@\"}}",
            "{\"loop\":{\"simple\":\"@\",\"steps\":[]}}",
            "{\"delay\":{\"simple\":\"@\"}}",
            "{\"throwException\":{\"exceptionType\":\"java.lang.Exception\",\"message\":\"@\"}}",
            "{\"choice\":{\"when\":[{\"simple\":\"@\",\"steps\":[{\"log\":\"@\"}]}],\"otherwise\":{\"steps\":[{\"log\":\"@\"}]}}}",
            "{\"doTry\":{\"steps\":[{\"setBody\":{\"simple\":\"@\"}}],\"doCatch\":[{\"exception\":[\"java.lang.Exception\"],\"steps\":[{\"log\":\"${exception.message}\"}]}]}}",
            "{\"to\":\"bean:environment?method=getSystemEnvironment\"}",
            "{\"to\":\"language:simple:@\"}",
            "{\"to\":\"dataset:@\"}",
            "{\"to\":\"stub:@\"}",
            "{\"to\":\"mock:@\"}",
            "{\"to\":\"direct:@\"}",
            "{\"setBody\":{\"exchangeProperty\":\"@\"}}",
            "{\"setBody\":{\"ref\":\"@\"}}",
            "{\"setBody\":{\"language\":{\"language\":\"simple\",\"expression\":\"@\"}}}",
            "{\"setProperty\":{\"name\":\"x\",\"simple\":\"@\"}}",
            "{\"throttle\":{\"simple\":\"@\"}}",
            "{\"idempotentConsumer\":{\"simple\":\"@\",\"idempotentRepository\":\"inboxRepository\",\"steps\":[]}}");

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> shipped;
    private final Random random;
    private final String canaryFile;

    RouteMutations(List<String> shipped, long seed, String canaryFile) {
        this.shipped = shipped;
        this.random = new Random(seed);
        this.canaryFile = canaryFile;
    }

    /**
     * A generated file.
     *
     * @param text of the file
     * @param steps what was put into a shipped one
     */
    record Mutation(String text, List<String> steps) {}

    /** A file that begins with {@code direct:fuzz}, so that it can be sent what a schedule would. */
    Mutation next() throws Exception {
        JsonNode tree = RouteYaml.read(pick(shipped)).deepCopy();
        ObjectNode route = (ObjectNode) tree.at("/0/route");
        route.put("id", "fuzz").put("group", "fuzz");
        route.remove(List.of("autoStartup", "routeConfigurationId"));
        ObjectNode from = (ObjectNode) route.get("from");
        from.remove("parameters");
        from.put("uri", "direct:fuzz");
        ArrayNode steps = (ArrayNode) from.get("steps");
        if (random.nextBoolean()) {
            steps.removeAll();
        }
        List<String> put = new ArrayList<>();
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            String step = step();
            steps.insert(random.nextInt(steps.size() + 1), json.readTree(step));
            put.add(step);
        }
        if (random.nextInt(4) == 0) {
            put.add(mutate(from));
        }
        return new Mutation(RouteYaml.write(tree), put);
    }

    private String step() throws Exception {
        return pick(STEPS)
                .replace("CANARY", canaryFile)
                .replace(
                        "@",
                        json.writeValueAsString(text())
                                .replaceAll("^\"|\"$", "")
                                .replace("$", "$"));
    }

    private String text() {
        return pick(FORMS).replace("%s", pick(REACHES)).replace("CANARY", canaryFile);
    }

    /** Puts such a text in the place of any other, and says which. */
    private String mutate(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        node.findParents("uri").forEach(one -> objects.add((ObjectNode) one));
        node.findParents("expression").forEach(one -> objects.add((ObjectNode) one));
        node.findParents("name").forEach(one -> objects.add((ObjectNode) one));
        if (objects.isEmpty()) {
            return "";
        }
        ObjectNode one = pick(objects);
        List<String> names = new ArrayList<>();
        one.fieldNames().forEachRemaining(names::add);
        String name = pick(names);
        if (one.get(name).isValueNode() && !"direct:fuzz".equals(one.get(name).asText())) {
            String text = text();
            one.set(name, TextNode.valueOf(text));
            return name + ": " + text;
        }
        return "";
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
