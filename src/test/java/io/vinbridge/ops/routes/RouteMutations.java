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

    /** A file that begins with {@code direct:fuzz}, so that it can be sent what a schedule would. */
    String next() throws Exception {
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
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            steps.insert(random.nextInt(steps.size() + 1), json.readTree(step()));
        }
        if (random.nextInt(4) == 0) {
            mutate(from);
        }
        return RouteYaml.write(tree);
    }

    private String step() throws Exception {
        return pick(STEPS)
                .replace(
                        "@",
                        json.writeValueAsString(text())
                                .replaceAll("^\"|\"$", "")
                                .replace("$", "$"));
    }

    private String text() {
        return pick(FORMS).replace("%s", pick(REACHES)).replace("CANARY", canaryFile);
    }

    /** Puts such a text in the place of any other. */
    private void mutate(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        node.findParents("uri").forEach(one -> objects.add((ObjectNode) one));
        node.findParents("expression").forEach(one -> objects.add((ObjectNode) one));
        node.findParents("name").forEach(one -> objects.add((ObjectNode) one));
        if (objects.isEmpty()) {
            return;
        }
        ObjectNode one = pick(objects);
        List<String> names = new ArrayList<>();
        one.fieldNames().forEachRemaining(names::add);
        String name = pick(names);
        if (one.get(name).isValueNode() && !"direct:fuzz".equals(one.get(name).asText())) {
            one.set(name, TextNode.valueOf(text()));
        }
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
