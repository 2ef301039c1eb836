package io.vinbridge.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vinbridge.testing.Node;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Operators' routes that run by the clock. */
record NodeSchedules(Node node, String... headers) {

    private static final String YEARLY = "0 0 5 1 1 ?";

    /** Puts a route of these steps in use, which runs once a year, and whenever the test says now. */
    void put(String name, String steps) {
        put(name, YEARLY, steps);
    }

    /** The same by another clock. */
    void put(String name, String cron, String steps) {
        HttpResponse<String> put = offer(name, cron, steps);
        assertThat(put.statusCode()).as(put.body()).isBetween(200, 204);
    }

    /** Why such a route is refused. */
    String refusal(String name, String steps) {
        HttpResponse<String> put = offer(name, YEARLY, steps);
        assertThat(put.statusCode()).as(put.body()).isEqualTo(422);
        return put.body();
    }

    private HttpResponse<String> offer(String name, String cron, String steps) {
        return node.send(node.request("/api/v1/routes/" + name + ".camel.yaml", headers)
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString("""
                        - route:
                            id: %1$s
                            group: schedules
                            description: Runs when a person wants
                            from:
                              uri: quartz:schedules/%1$s
                              parameters: {cron: "%2$s", trigger.timeZone: UTC}
                              steps:
                        %3$s
                        """.formatted(name, cron, steps.indent(8)))));
    }

    /** Waits until the route has come, and runs it. */
    void run(String name) {
        await().untilAsserted(() -> {
            HttpResponse<String> run = answer(name);
            assertThat(run.statusCode()).as(run.body()).isBetween(200, 204);
        });
    }

    /** What running it answers. */
    HttpResponse<String> answer(String name) {
        return node.send(
                node.request("/api/v1/schedules/" + name + "/run", headers).POST(BodyPublishers.noBody()));
    }
}
