package io.vinbridge.api.changes;

import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.changes.ChangeFeed;
import io.vinbridge.changes.FeedCursor;
import io.vinbridge.changes.FeedFilter;
import io.vinbridge.changes.FeedPage;
import io.vinbridge.vehicles.Vin;
import java.util.Map;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for a part of the change feed, and answers them. */
@Component
class ChangeHandler {

    private static final int USUAL_LIMIT = 50;
    private static final String NOW = "now";

    private final ChangeFeed feed;
    private final PagedReplies lists;

    ChangeHandler(ChangeFeed feed, PagedReplies lists) {
        this.feed = feed;
        this.lists = lists;
    }

    Reply list(@Variable("parameters") Parameters parameters) {
        String vin = parameters.text("vin");
        FeedFilter filter = new FeedFilter(vin == null ? null : Vin.of(vin).value(), parameters.texts("kind"));
        FeedPage page = feed.read(after(parameters.text("after")), parameters.integer("limit", USUAL_LIMIT), filter);
        return lists.reply(page.items(), FeedCursor.write(page.next()), Map.of("more", page.more()));
    }

    private long after(String cursor) {
        if (cursor == null) {
            return feed.beginning();
        }
        if (cursor.equals(NOW)) {
            return feed.head();
        }
        long position = FeedCursor.read(cursor);
        feed.check(position);
        return position;
    }
}
