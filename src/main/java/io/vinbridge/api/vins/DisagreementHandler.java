package io.vinbridge.api.vins;

import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.vehicles.opinions.Disagreements;
import io.vinbridge.vehicles.opinions.Disagreements.Disputed;
import java.util.List;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for the vehicles of which NHTSA's data says otherwise than ChromeData, and answers them. */
@Component
class DisagreementHandler {

    private static final int USUAL_LIMIT = 50;
    private static final String LIST = "disagreements";

    private final Disagreements disagreements;
    private final PagedReplies lists;

    DisagreementHandler(Disagreements disagreements, PagedReplies lists) {
        this.disagreements = disagreements;
        this.lists = lists;
    }

    Reply list(@Variable("parameters") Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        List<String> after = PageCursor.read(LIST, parameters.text("cursor"), 1);
        return lists.part(
                LIST,
                disagreements.after(after == null ? "" : after.get(0), parameters.text("field"), limit + 1),
                limit,
                Disputed::vin,
                one -> one);
    }
}
