package io.vinbridge.api.feeds;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.feeds.FeedAddress;
import io.vinbridge.feeds.FeedFetches;
import io.vinbridge.feeds.FeedForm;
import io.vinbridge.feeds.FeedPublisher;
import io.vinbridge.feeds.FeedQuery;
import io.vinbridge.feeds.Feeds;
import io.vinbridge.feeds.PlatformFeed;
import io.vinbridge.feeds.push.FeedPushes;
import io.vinbridge.stock.dealers.Dealers;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Answers platforms that fetch feeds, and people who look after them. */
@Component
class FeedHandler {

    private static final int USUAL_LIMIT = 50;
    private static final String REJECTS = "feed-rejects";

    private final Feeds feeds;
    private final FeedPublisher publisher;
    private final FeedFetches fetches;
    private final FeedPushes pushes;
    private final Dealers dealers;
    private final PagedReplies lists;

    FeedHandler(
            Feeds feeds,
            FeedPublisher publisher,
            FeedFetches fetches,
            FeedPushes pushes,
            Dealers dealers,
            PagedReplies lists) {
        this.feeds = feeds;
        this.publisher = publisher;
        this.fetches = fetches;
        this.pushes = pushes;
        this.dealers = dealers;
        this.lists = lists;
    }

    Reply list() {
        return lists.reply(
                feeds.running().stream()
                        .map(feed -> new Listed(
                                feed.name(),
                                feed.schema().title(),
                                feed.schema().form().extension(),
                                fetches.of(feed.name()),
                                pushes.of(feed.name())))
                        .toList(),
                null);
    }

    /**
     * The first piece is made before anything is answered: what cannot be made is a problem, and no feed that is cut.
     */
    Reply find(@Variable("parameters") Parameters parameters, @Variable("request") HttpRequest request) {
        FeedAddress asked = FeedAddress.read(parameters.text("name"));
        PlatformFeed feed = feeds.get(asked.name());
        FeedForm form = asked.form(feed);
        boolean packed = asked.packed();
        FeedQuery query = query(parameters);
        long cursor = publisher.cursor();
        String tag = publisher.tag(feed, form, query, packed);
        Reply reply;
        if (tag.equals(request.ifNoneMatch())) {
            reply = Reply.of(304, form.type(), Content.NONE);
        } else {
            Iterator<ByteBuffer> pieces = publisher.publish(
                    feed, form, query, packed, request.caller().name());
            ByteBuffer first = pieces.next();
            reply = Reply.of(200, packed ? "application/gzip" : form.type(), () -> new Begun(first, pieces));
        }
        return reply.with("ETag", tag)
                .with("Cache-Control", "private, no-cache")
                .with("X-Feed-Cursor", Long.toString(cursor));
    }

    Reply rejects(@Variable("parameters") Parameters parameters) {
        PlatformFeed feed = feeds.get(parameters.text("name"));
        int limit = parameters.integer("limit", USUAL_LIMIT);
        List<FeedPublisher.Reject> found =
                publisher.rejects(feed, query(parameters), after(parameters.text("cursor")), limit + 1);
        List<FeedPublisher.Reject> part = found.subList(0, Math.min(limit, found.size()));
        return lists.reply(
                part.stream()
                        .map(row -> new Reject(row.vin(), row.dealer(), row.reasons()))
                        .toList(),
                found.size() > limit ? cursor(part.get(limit - 1)) : null);
    }

    private static String cursor(FeedPublisher.Reject last) {
        return PageCursor.write(REJECTS, List.of(last.vin(), last.dealer(), Long.toString(last.published())));
    }

    private static FeedPublisher.Reject after(String cursor) {
        List<String> keys = PageCursor.read(REJECTS, cursor, 3);
        return keys == null
                ? null
                : new FeedPublisher.Reject(keys.get(0), keys.get(1), List.of(), PageCursor.number(keys.get(2)));
    }

    /** Lets a push go that is held. */
    Reply release(@Variable("parameters") Parameters parameters) {
        pushes.release(feeds.get(parameters.text("name")).name());
        return Reply.of(204, Reply.JSON, Content.NONE);
    }

    private FeedQuery query(Parameters parameters) {
        String dealer = parameters.text("dealer");
        Integer since = parameters.integer("since");
        return new FeedQuery(
                dealer == null ? null : dealers.get(dealer).code(), since == null ? null : Long.valueOf(since));
    }

    /** A feed in the list. */
    record Listed(
            String name, String title, String form, List<FeedFetches.Fetch> fetches, List<FeedPushes.Push> pushes) {}

    /** A vehicle that is not published, and why. */
    record Reject(String vin, String dealer, List<String> reasons) {}

    private static final class Begun implements Iterator<ByteBuffer> {

        private final Iterator<ByteBuffer> rest;
        private ByteBuffer first;

        Begun(ByteBuffer first, Iterator<ByteBuffer> rest) {
            this.first = first;
            this.rest = rest;
        }

        @Override
        public boolean hasNext() {
            return first != null || rest.hasNext();
        }

        @Override
        public ByteBuffer next() {
            ByteBuffer next = first == null ? rest.next() : first;
            first = null;
            return next;
        }
    }
}
