package io.vinbridge.ops.routes;

/** Texts of routes for tests. */
final class RouteTexts {

    private RouteTexts() {}

    /** A schedule that asks for the data builds. */
    static String schedule(String id, String cron) {
        return """
                - route:
                    id: %1$s
                    group: schedules
                    description: Asks which data builds there are
                    from:
                      uri: quartz:schedules/%1$s
                      parameters:
                        cron: "%2$s"
                        trigger.timeZone: UTC
                      steps:
                        - to: direct:refresh.poll-version
                """.formatted(id, cron);
    }

    /** A route that others may send to, of these steps. */
    static String route(String id, String... steps) {
        StringBuilder text = new StringBuilder("""
                - route:
                    id: %1$s
                    group: tests
                    description: Does what a test wants
                    from:
                      uri: direct:%1$s
                      steps:
                """.formatted(id));
        for (String step : steps) {
            text.append(("- " + step).indent(10));
        }
        return text.toString();
    }
}
