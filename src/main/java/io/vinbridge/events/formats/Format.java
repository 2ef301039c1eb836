package io.vinbridge.events.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import io.vinbridge.events.formats.messages.MessageParser;
import io.vinbridge.failures.Failure;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;

/** One format: a route that takes a message's JSON and leaves the event's. */
final class Format {

    private final String name;
    private final Expression takes;
    private final Endpoint route;
    private final Producer producer;

    Format(String name, Expression takes, Endpoint route, Producer producer) {
        this.name = name;
        this.takes = takes;
        this.route = route;
        this.producer = producer;
    }

    /** True if a message is in this format. */
    boolean takes(JsonNode message) {
        JsonNode answer = takes.apply(message);
        return !(answer.isNull()
                || answer.isMissingNode()
                || (answer.isBoolean() && !answer.booleanValue())
                || (answer.isContainerNode() && answer.isEmpty()));
    }

    /**
     * The events in a message.
     *
     * @throws Failure if the route fails, or leaves no JSON
     */
    List<JsonNode> map(byte[] json) {
        Exchange exchange = route.createExchange();
        exchange.getMessage().setBody(json);
        try {
            producer.process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            JsonNode mapped = tree(exchange.getMessage().getBody());
            return mapped.isArray() ? list(mapped) : List.of(mapped);
        } catch (Failure e) {
            throw e;
        } catch (Exception e) {
            throw MessageParser.unclear("The format " + name + " cannot map it: " + reason(e));
        }
    }

    private static JsonNode tree(Object body) throws IOException {
        if (body instanceof String text) {
            return MessageParser.JSON.readTree(text);
        }
        return body instanceof byte[] bytes ? MessageParser.JSON.readTree(bytes) : MessageParser.JSON.valueToTree(body);
    }

    private List<JsonNode> list(JsonNode mapped) {
        if (mapped.isEmpty()) {
            throw MessageParser.unclear("The format " + name + " finds no event in it");
        }
        List<JsonNode> events = new java.util.ArrayList<>(mapped.size());
        mapped.forEach(events::add);
        return events;
    }

    /** Reason of a failure that the format did not expect, for the sender of the message. */
    static String reason(Exception e) {
        String reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return reason == null
                ? e.getClass().getSimpleName()
                : reason.lines().findFirst().orElse("");
    }
}
