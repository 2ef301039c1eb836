package io.vinbridge.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.changes.ChangeFeed;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Publisher of feeds: their bytes as they are read, in flat memory, a tag that tells whether anything may be otherwise,
 * and what they reject.
 */
@Component
public class FeedPublisher {

    private static final String DEALERS = "SELECT count(*) || ':' || coalesce(sum(version), 0) FROM dealers";

    private static final String MADE = """
            INSERT INTO feed_fetches (name, dealer, form, made_at, rows, rejected, fetched_by)
            VALUES (:name, :dealer, :form, now(), :rows, :rejected, :fetchedBy)
            ON CONFLICT (name, dealer, form) DO UPDATE SET made_at = now(), rows = excluded.rows, rejected = excluded.rejected,
                fetched_by = excluded.fetched_by
            """;

    private final OfferedVehicles vehicles;
    private final FeedMapper mapper;
    private final ChangeFeed changes;
    private final JdbcClient jdbc;
    private final FeedSettings settings;
    private final PublicAddress address;

    FeedPublisher(
            OfferedVehicles vehicles,
            FeedMapper mapper,
            ChangeFeed changes,
            JdbcClient jdbc,
            FeedSettings settings,
            PublicAddress address) {
        this.vehicles = vehicles;
        this.mapper = mapper;
        this.changes = changes;
        this.jdbc = jdbc;
        this.settings = settings;
        this.address = address;
    }

    /**
     * Up to where changes are in a feed that is made now; what is asked with it as {@code since} later is what changed
     * after.
     */
    public long cursor() {
        return changes.head();
    }

    /** Tag of a feed in a form: another one may be another feed, the same is the same bytes. */
    public String tag(PlatformFeed feed, FeedForm form, FeedQuery query, boolean packed) {
        String all = String.join(
                " ",
                feed.name(),
                feed.version(),
                form.name(),
                query.toString(),
                String.valueOf(packed),
                String.valueOf(cursor()),
                jdbc.sql(DEALERS).query(String.class).single(),
                String.valueOf(address.publicUrl()));
        return "\"" + DigestUtils.md5DigestAsHex(all.getBytes(UTF_8)) + "\"";
    }

    /**
     * The bytes of a feed, in pieces.
     *
     * @param caller who fetches it, for the record
     * @throws Failure if it cannot be made, as no absolute addresses can be
     */
    public Iterator<ByteBuffer> publish(
            PlatformFeed feed, FeedForm form, FeedQuery query, boolean packed, String caller) {
        return open(feed, form, query, packed, caller).pieces();
    }

    /**
     * Feed in pieces.
     *
     * @param rows says how many were published, once all pieces are read
     */
    public record Published(Iterator<ByteBuffer> pieces, LongSupplier rows) {}

    /**
     * The same, with how many rows it has.
     *
     * @throws Failure if it cannot be made, as no absolute addresses can be
     */
    public Published open(PlatformFeed feed, FeedForm form, FeedQuery query, boolean packed, String caller) {
        checkAddress(feed);
        if (query.since() != null) {
            changes.check(query.since());
        }
        FeedRows rows = new FeedRows(feed, query, vehicles, mapper, settings.batch());
        return new Published(
                new FeedPieces(
                        rows, new FeedText(feed.schema(), form), packed, () -> note(feed, form, query, rows, caller)),
                rows::published);
    }

    /**
     * Row that is not published.
     *
     * @param reasons what is wrong with it, and what to do
     * @param published how many rows before it are
     */
    public record Reject(String vin, String dealer, List<String> reasons, long published) {}

    /**
     * Rows that are not published, by their vehicles and dealers.
     *
     * @param after the one after which they begin; null for the first
     * @param most how many at most
     */
    public List<Reject> rejects(PlatformFeed feed, FeedQuery query, Reject after, int most) {
        checkAddress(feed);
        List<Reject> rejects = new ArrayList<>();
        FeedRows rows = new FeedRows(feed, query, vehicles, mapper, settings.batch(), after);
        while (rows.hasNext() && rejects.size() < most) {
            long published = rows.published();
            for (FeedRow row : rows.next()) {
                if (!row.wrong().isEmpty()) {
                    rejects.add(new Reject(row.vin(), row.dealer(), row.wrong(), published));
                } else if (row.row() != null) {
                    published++;
                }
            }
        }
        return rejects.subList(0, Math.min(most, rejects.size()));
    }

    /** A feed's rows hold addresses that platforms follow from outside. */
    private void checkAddress(PlatformFeed feed) {
        if (!address.known()) {
            throw new Failure(
                    Reason.CONFLICT,
                    "The feed " + feed.name()
                            + " needs absolute addresses: set VINBRIDGE_PUBLICURL to the address under which this"
                            + " service is reached from outside");
        }
    }

    /** What is asked with a cursor is a part of it, and tells nothing of the whole. */
    private void note(PlatformFeed feed, FeedForm form, FeedQuery query, FeedRows rows, String caller) {
        if (query.since() == null) {
            jdbc.sql(MADE)
                    .param("name", feed.name())
                    .param("dealer", query.dealer() == null ? "" : query.dealer())
                    .param("form", form.extension())
                    .param("rows", rows.published())
                    .param("rejected", rows.rejected())
                    .param("fetchedBy", caller)
                    .update();
        }
    }
}
