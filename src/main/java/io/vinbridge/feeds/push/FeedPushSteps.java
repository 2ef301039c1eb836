package io.vinbridge.feeds.push;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.feeds.FeedAddress;
import io.vinbridge.feeds.FeedForm;
import io.vinbridge.feeds.FeedPublisher;
import io.vinbridge.feeds.FeedQuery;
import io.vinbridge.feeds.Feeds;
import io.vinbridge.feeds.PlatformFeed;
import io.vinbridge.stock.dealers.Dealers;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.apache.camel.spi.Synchronization;
import org.springframework.stereotype.Component;

/**
 * Steps of a push: the whole feed is made before the first byte goes out, so that what is pushed is never cut, and one
 * that is shorter than the last waits for a person's yes.
 */
@Component
class FeedPushSteps {

    private static final String PUSH = "feedPush";

    private final Feeds feeds;
    private final FeedPublisher publisher;
    private final FeedPushes pushes;
    private final Dealers dealers;

    FeedPushSteps(Feeds feeds, FeedPublisher publisher, FeedPushes pushes, Dealers dealers) {
        this.feeds = feeds;
        this.publisher = publisher;
        this.pushes = pushes;
        this.dealers = dealers;
    }

    /**
     * Makes the body a file of the feed that a route's variable names, and goes with the exchange.
     *
     * @throws Failure if it is held
     */
    void make(@Variable("feed") String asked, @Variable("dealer") String dealer, Exchange exchange) throws IOException {
        FeedAddress address = FeedAddress.read(asked);
        PlatformFeed feed = feeds.get(address.name());
        FeedForm form = address.form(feed);
        FeedQuery query =
                new FeedQuery(dealer == null ? null : dealers.get(dealer).code(), null);
        Path file = Files.createTempFile("vinbridge-feed", null);
        exchange.getExchangeExtension().addOnCompletion(new Deletion(file));
        FeedPublisher.Published published = publisher.open(feed, form, query, address.packed(), "push");
        write(published.pieces(), file);
        FeedPush push = new FeedPush(
                feed.name(),
                dealer == null ? "" : query.dealer(),
                form.extension(),
                published.rows().getAsLong());
        if (pushes.holds(push)) {
            throw new Failure(
                    Reason.CONFLICT,
                    "The feed " + feed.name() + " has " + push.rows() + " rows, fewer than the last that was pushed: it"
                            + " is held until somebody says yes, by POST /api/v1/feeds/" + feed.name() + "/release");
        }
        exchange.setProperty(PUSH, push);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, address.packed() ? "application/gzip" : form.type());
        exchange.getMessage().setBody(file.toFile(), File.class);
    }

    /** Notes that it went out. */
    void note(Exchange exchange) {
        FeedPush push = exchange.getProperty(PUSH, FeedPush.class);
        if (push == null) {
            throw new Failure(Reason.INVALID_ROUTE, "direct:feeds.note-pushed comes behind direct:feeds.make");
        }
        pushes.note(push);
    }

    private static void write(Iterator<ByteBuffer> pieces, Path file) throws IOException {
        try (WritableByteChannel out = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            while (pieces.hasNext()) {
                ByteBuffer piece = pieces.next();
                while (piece.hasRemaining()) {
                    out.write(piece);
                }
            }
        }
    }

    private record Deletion(Path file) implements Synchronization {

        @Override
        public void onComplete(Exchange exchange) {
            delete();
        }

        @Override
        public void onFailure(Exchange exchange) {
            delete();
        }

        private void delete() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
