package io.vinbridge.api.stock;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.JsonBodyReader;
import io.vinbridge.api.representation.JsonReplies;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Json;
import io.vinbridge.failures.Reason;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.dealers.Dealers;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests about dealers, and answers them. */
@Component
class DealerHandler {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 1_000;
    private static final String LIST = "dealers";

    private final Dealers dealers;
    private final PagedReplies lists;
    private final JsonReplies replies;
    private final Json json;

    DealerHandler(Dealers dealers, PagedReplies lists, JsonReplies replies, Json json) {
        this.dealers = dealers;
        this.lists = lists;
        this.replies = replies;
        this.json = json;
    }

    Reply list(@Variable("parameters") Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        List<String> after = PageCursor.read(LIST, parameters.text("cursor"), 1);
        List<Dealer> found = dealers.list(after == null ? "" : after.get(0), limit + 1);
        return lists.part(LIST, found, limit, Dealer::code, dealer -> dealer);
    }

    Reply find(@Variable("parameters") Parameters parameters) {
        return replies.ok(dealers.get(parameters.text("code")));
    }

    Reply put(@Body RequestBody body, @Variable("parameters") Parameters parameters) {
        Dealer said = JsonBodyReader.read(json.mapper(), body, Dealer.class);
        String code = parameters.text("code");
        if (said.code() != null && !said.code().equals(code)) {
            throw new Failure(
                    Reason.INVALID_REQUEST,
                    "The dealer's code is " + said.code() + " in the body and " + code + " in the path");
        }
        dealers.put(List.of(said.as(code)));
        return replies.ok(dealers.get(code));
    }

    Reply load(@Body RequestBody body) {
        Many many = JsonBodyReader.read(json.mapper(), body, Many.class);
        List<Dealer> said = many.items() == null ? List.of() : many.items();
        if (said.isEmpty() || said.size() > MOST) {
            throw new Failure(Reason.INVALID_REQUEST, "The body must have from 1 to " + MOST + " dealers as items");
        }
        dealers.put(said);
        return Reply.of(204, Reply.JSON, Content.NONE);
    }

    /** Dealers as a list of the API has them, so that what was got can be put. */
    record Many(List<Dealer> items, String next) {}
}
