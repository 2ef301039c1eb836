package io.vinbridge.api.access;

import io.vinbridge.api.contract.ApiErrorPolicy;
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
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean("{{requests}}", "{{act}}");

        operation("listKeys", "accessHandler", "list");
        operation("createKey", "accessHandler", "make");
        operation("rotateKey", "accessHandler", "rotate");
        operation("revokeKey", "accessHandler", "revoke");
        operation("listAudit", "accessHandler", "audit");
        operation("signIn", "sessionHandler", "begin");
        operation("signOut", "sessionHandler", "end");
    }

    private void operation(String name, String requests, String act) {
        templatedRoute("api-access")
                .routeId("api-" + name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .parameter("operation", name)
                .parameter("requests", requests)
                .parameter("act", act);
    }
}
