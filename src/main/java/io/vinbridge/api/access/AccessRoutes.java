package io.vinbridge.api.access;

import io.vinbridge.api.ApiPolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on keys, on pages that sign in, and on who did what. */
@Component
class AccessRoutes extends RouteBuilder {

    @Override
    public void configure() {
        routeTemplate("api-access")
                .templateParameter("operation")
                .templateParameter("act")
                .templateParameter("requests")
                .from("direct:{{operation}}")
                .group("api")
                .description("Who may call, and who did what")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean("{{requests}}", "{{act}}");

        operation("listKeys", "accessRequests", "list");
        operation("createKey", "accessRequests", "make");
        operation("rotateKey", "accessRequests", "rotate");
        operation("revokeKey", "accessRequests", "revoke");
        operation("listAudit", "accessRequests", "audit");
        operation("signIn", "sessionRequests", "begin");
        operation("signOut", "sessionRequests", "end");
    }

    private void operation(String name, String requests, String act) {
        templatedRoute("api-access")
                .routeId("api-" + name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .parameter("operation", name)
                .parameter("requests", requests)
                .parameter("act", act);
    }
}
