package io.vinbridge.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.rest.openapi.DefaultRestOpenapiProcessorStrategy;
import org.apache.camel.support.processor.RestBindingAdvice;
import org.springframework.stereotype.Component;

/** Holds each request to the contract before its operation's route sees it: what the contract does not name is refused by name. */
@Component("contractRules")
class ContractRules extends DefaultRestOpenapiProcessorStrategy {

    private final Map<String, Map<String, ParameterRule>> rules = new ConcurrentHashMap<>();

    @Override
    public boolean process(
            OpenAPI contract,
            Operation operation,
            String verb,
            String path,
            RestBindingAdvice binding,
            Exchange exchange,
            AsyncCallback callback) {
        exchange.setVariable(HttpRequest.OPERATION, operation.getOperationId());
        try {
            HttpRequest request = exchange.getVariable(HttpRequest.VARIABLE, HttpRequest.class);
            Map<String, ParameterRule> allowed =
                    rules.computeIfAbsent(operation.getOperationId(), first -> rules(operation));
            exchange.setVariable(Parameters.VARIABLE, checked(allowed, request, exchange));
        } catch (Failure e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        return super.process(contract, operation, verb, path, binding, exchange, callback);
    }

    private static Map<String, ParameterRule> rules(Operation operation) {
        Map<String, ParameterRule> rules = new LinkedHashMap<>();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> rules.put(parameter.getName(), ParameterRule.of(parameter)));
        }
        return rules;
    }

    private static Parameters checked(Map<String, ParameterRule> rules, HttpRequest request, Exchange exchange) {
        for (String name : request.query().keySet()) {
            if (!rules.containsKey(name) || rules.get(name).inPath()) {
                throw new Failure(
                        Reason.INVALID_REQUEST,
                        "There is no parameter " + shown(name) + " here; there are " + new TreeSet<>(rules.keySet()));
            }
        }
        Map<String, List<String>> values = new HashMap<>(request.query());
        for (ParameterRule rule : rules.values()) {
            if (rule.inPath()) {
                values.put(rule.name(), List.of(exchange.getMessage().getHeader(rule.name(), "", String.class)));
            }
            rule.check(values.getOrDefault(rule.name(), List.of()));
        }
        return new Parameters(values);
    }

    private static String shown(String name) {
        return name.length() > 50 ? name.substring(0, 50) + "..." : name;
    }
}
