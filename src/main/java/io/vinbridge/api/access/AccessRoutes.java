package io.vinbridge.api.access;

import io.vinbridge.api.contract.ApiErrorPolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Operations on keys, on sessions of pages, and on the audit trail. */
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
                .description("Serves the operations on keys, sessions and the audit trail")
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
