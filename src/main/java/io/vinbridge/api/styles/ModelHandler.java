package io.vinbridge.api.styles;

import io.vinbridge.api.caching.RefreshHeader;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.JsonReplies;
import io.vinbridge.api.vehicles.VehicleJson;
import io.vinbridge.api.views.StyleViews;
import io.vinbridge.chromedata.Account;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.lookup.ForcedRefresh;
import io.vinbridge.vehicles.ModelDesignation;
import io.vinbridge.vehicles.documents.StoredDescription;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for what goes by year, make and model, and answers them. */
@Component
public class ModelHandler {

    private final VehicleJson json;
    private final StyleViews views;
    private final JsonReplies replies;
    private final Account account;

    ModelHandler(VehicleJson json, StyleViews views, JsonReplies replies, Account account) {
        this.json = json;
        this.views = views;
        this.replies = replies;
        this.account = account;
    }

    /** Whether a caller only wants to know what it would cost. */
    static boolean estimates(Exchange exchange) {
        return exchange.getVariable(Parameters.VARIABLE, Parameters.class).flag("dryRun");
    }

    /**
     * The words that are asked for.
     *
     * @throws Failure if there is a style's name among them, and the service is a version whose schema has none
     */
    ModelDesignation designation(@Variable("parameters") Parameters parameters) {
        String style = parameters.text("style");
        if (style != null && "7a".equals(account.version())) {
            throw new Failure(
                    Reason.INVALID_REQUEST,
                    "style: ADS 7a cannot be asked by a style's name; leave it out, or narrow by trim");
        }
        return new ModelDesignation(
                parameters.integer("year"),
                required(parameters, "make"),
                required(parameters, "model"),
                parameters.text("trim"),
                style);
    }

    /** A new fetch is a call, however fresh what is stored is. */
    Reply estimate(@Body int calls, @Variable("parameters") Parameters parameters) {
        return replies.ok(Map.of("calls", parameters.flag("refresh") ? 1 : calls));
    }

    Reply model(
            @Body StoredDescription model,
            @Variable("request") HttpRequest request,
            @Variable("parameters") Parameters parameters,
            @Variable(ForcedRefresh.VARIABLE) ForcedRefresh renewal) {
        return RefreshHeader.tell(renewal, views.reply(model, request, parameters, () -> json.style(model)));
    }

    private static String required(Parameters parameters, String name) {
        String word = parameters.text(name);
        if (word == null) {
            throw new Failure(Reason.INVALID_REQUEST, name + " is blank");
        }
        return word;
    }
}
