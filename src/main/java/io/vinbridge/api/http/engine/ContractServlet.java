package io.vinbridge.api.http.engine;

import io.vinbridge.api.http.bodies.ReceivedBody;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands everything under the contract's path to Camel's consumer of it, with nothing in between. */
class ContractServlet extends HttpServlet {

    private final transient SameThreadEngine engine;

    ContractServlet(SameThreadEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            engine.serve(request, response);
        } finally {
            // Also where the contract's consumer did not take it.
            if (request.getAttribute(ReceivedBody.ATTRIBUTE) instanceof ReceivedBody body) {
                body.discard();
            }
        }
    }
}
