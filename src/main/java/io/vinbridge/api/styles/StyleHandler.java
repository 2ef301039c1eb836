package io.vinbridge.api.styles;

import io.vinbridge.api.caching.ConditionalRequest;
import io.vinbridge.api.caching.ETags;
import io.vinbridge.api.caching.RefreshHeader;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.vehicles.VehicleJson;
import io.vinbridge.refresh.lookup.ForcedRefresh;
import io.vinbridge.vehicles.documents.StoredStyle;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for one style, and answers them. */
@Component
public class StyleHandler {

    private final VehicleJson json;

    StyleHandler(VehicleJson json) {
        this.json = json;
    }

    Integer styleId(@Variable("parameters") Parameters parameters) {
        return parameters.integer("styleId");
    }

    Reply style(
            @Body StoredStyle style,
            @Variable("request") HttpRequest request,
            @Variable(ForcedRefresh.VARIABLE) ForcedRefresh renewal) {
        return RefreshHeader.tell(
                renewal,
                ConditionalRequest.reply(request, ETags.of(style), style.look().at(), () -> json.style(style)));
    }
}
