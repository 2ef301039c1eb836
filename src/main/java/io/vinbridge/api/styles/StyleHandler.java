package io.vinbridge.api.styles;

import io.vinbridge.api.caching.RefreshHeader;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.vehicles.VehicleJson;
import io.vinbridge.api.views.StyleViews;
import io.vinbridge.refresh.lookup.ForcedRefresh;
import io.vinbridge.vehicles.documents.StoredDescription;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for one style, and answers them. */
@Component
public class StyleHandler {

    private final VehicleJson json;
    private final StyleViews views;

    StyleHandler(VehicleJson json, StyleViews views) {
        this.json = json;
        this.views = views;
    }

    Integer styleId(@Variable("parameters") Parameters parameters) {
        return parameters.integer("styleId");
    }

    Reply style(
            @Body StoredDescription style,
            @Variable("request") HttpRequest request,
            @Variable("parameters") Parameters parameters,
            @Variable(ForcedRefresh.VARIABLE) ForcedRefresh renewal) {
        return RefreshHeader.tell(renewal, views.reply(style, request, parameters, () -> json.style(style)));
    }
}
