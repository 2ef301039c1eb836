package io.vinbridge.api.contract;

import io.vinbridge.api.contract.OperationMatcher.Match;
import io.vinbridge.api.http.ChangeAuditor;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.Scope;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.dao.DataAccessException;

/** Takes each request to the route of its operation, {@code direct:<operationId>}, once it is held to the contract. */
final class ContractDispatch extends AsyncProcessorSupport {

    private final CamelContext context;
    private final OperationMatcher operations;
    private final ChangeAuditor witness;
    private final int base;
    private final Map<String, AsyncProducer> routes = new HashMap<>();

    ContractDispatch(CamelContext context, Contract contract, ChangeAuditor witness) {
        this.context = context;
        this.operations = new OperationMatcher(contract);
        this.witness = witness;
        this.base = contract.basePath().length();
    }

    @Override
    protected void doStart() throws Exception {
        for (String name : operations.names()) {
            AsyncProducer route = context.getEndpoint("direct:" + name).createAsyncProducer();
            ServiceHelper.startService(route);
            routes.put(name, route);
        }
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(routes.values());
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Message message = exchange.getMessage();
        String method = message.getHeader(Exchange.HTTP_METHOD, String.class);
        String path = message.getHeader(Exchange.HTTP_PATH, String.class).substring(base);
        Match match = operations.find("HEAD".equals(method) ? "GET" : method, path);
        if (match == null) {
            return unmatched(path, message, callback);
        }
        HttpRequest request = exchange.getVariable(HttpRequest.VARIABLE, HttpRequest.class);
        exchange.setVariable(HttpRequest.OPERATION, match.name());
        AsyncCallback answered = callback;
        try {
            checkScope(match.scope(), request);
            Parameters parameters = match.rules().check(match.inPath(), request.query());
            checkScope(match.rules().scope(match.scope(), parameters), request);
            exchange.setVariable(Parameters.VARIABLE, parameters);
            if (match.witnessed()) {
                long number = witness.begins(match.name(), path, request);
                answered = done -> {
                    witness.ended(number, status(exchange));
                    callback.done(done);
                };
            }
        } catch (Failure | DataAccessException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        return routes.get(match.name()).process(exchange, answered);
    }

    private static void checkScope(Scope needed, HttpRequest request) {
        Scope has = request.caller().scope();
        if (!has.covers(needed)) {
            throw new Failure(
                    Reason.FORBIDDEN, "It needs a key of the scope " + needed.word() + "; this one has " + has.word());
        }
    }

    private static int status(Exchange exchange) {
        return exchange.getException() == null && exchange.getMessage().getBody() instanceof Reply reply
                ? reply.status()
                : 500;
    }

    private boolean unmatched(String path, Message message, AsyncCallback callback) {
        Set<String> methods = operations.methods(path);
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, methods.isEmpty() ? 404 : 405);
        if (!methods.isEmpty()) {
            message.setHeader("Allow", String.join(", ", methods));
        }
        callback.done(true);
        return true;
    }
}
