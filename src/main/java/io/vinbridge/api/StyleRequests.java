package io.vinbridge.api;

import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Reply;
import io.vinbridge.refresh.Renewal;
import io.vinbridge.vehicles.StoredStyle;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for one style, and answers them. */
@Component
class StyleRequests {

    private final VehicleJson json;

    StyleRequests(VehicleJson json) {
        this.json = json;
    }

    Integer styleId(@Variable("parameters") Parameters parameters) {
        return parameters.integer("styleId");
    }

    Reply style(
            @Body StoredStyle style,
            @Variable("request") HttpRequest request,
            @Variable(Renewal.VARIABLE) Renewal renewal) {
        return Renewals.tell(
                renewal, Conditional.reply(request, Tag.of(style), style.look().at(), () -> json.style(style)));
    }
}
