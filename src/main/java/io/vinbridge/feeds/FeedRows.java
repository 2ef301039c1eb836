package io.vinbridge.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.stock.dealers.Dealer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Rows of a feed in parts of some hundred, made when they are asked for. */
final class FeedRows implements Iterator<List<FeedRow>> {

    private final PlatformFeed feed;
    private final FeedQuery query;
    private final OfferedVehicles vehicles;
    private final FeedMapper mapper;
    private final int batch;
    private final Map<String, Dealer> dealers;
    private final FeedPublisher.Reject after;
    private final Set<String> seen = new HashSet<>();
    private String vin = "";
    private String dealer = "";
    private long published;
    private long rejected;
    private boolean over;

    FeedRows(PlatformFeed feed, FeedQuery query, OfferedVehicles vehicles, FeedMapper mapper, int batch) {
        this(feed, query, vehicles, mapper, batch, null);
    }

    /**
     * Those after a rejected row. The other rows of its vehicle are looked at once more: what a platform takes for the
     * same is mostly of one vehicle.
     *
     * @param after null for all
     */
    FeedRows(
            PlatformFeed feed,
            FeedQuery query,
            OfferedVehicles vehicles,
            FeedMapper mapper,
            int batch,
            FeedPublisher.Reject after) {
        this.after = after;
        if (after != null) {
            this.vin = after.vin();
            this.published = after.published();
        }
        this.feed = feed;
        this.query = query;
        this.vehicles = vehicles;
        this.mapper = mapper;
        this.batch = batch;
        this.dealers = vehicles.dealers();
    }

    @Override
    public boolean hasNext() {
        return !over;
    }

    @Override
    public List<FeedRow> next() {
        if (over) {
            throw new NoSuchElementException();
        }
        List<OfferedVehicle> part = vehicles.next(query, vin, dealer, batch, dealers);
        over = part.size() < batch;
        if (part.isEmpty()) {
            return List.of();
        }
        vin = part.get(part.size() - 1).vin();
        dealer = part.get(part.size() - 1).dealer();
        List<FeedRow> rows = new ArrayList<>(part.size());
        for (FeedRow row : mapper.rows(feed, part)) {
            if (isBefore(row)) {
                seen.add(id(row));
                continue;
            }
            FeedRow judged = row.wrong().isEmpty() && row.row() != null ? alone(row) : row;
            published += judged.row() != null && judged.wrong().isEmpty() ? 1 : 0;
            rejected += judged.wrong().isEmpty() ? 0 : 1;
            rows.add(judged);
        }
        return rows;
    }

    private boolean isBefore(FeedRow row) {
        return after != null && row.vin().equals(after.vin()) && row.dealer().compareTo(after.dealer()) <= 0;
    }

    /** Null where the platform tells rows by none. */
    private String id(FeedRow row) {
        String unique = feed.schema().unique();
        JsonNode id = unique == null || row.row() == null ? null : row.row().get(unique);
        return id == null ? null : id.asText();
    }

    /** What the platform would drop as a double, or beyond its limit, is told here. */
    private FeedRow alone(FeedRow row) {
        String id = id(row);
        if (id != null && !seen.add(id)) {
            return wrong(
                    row,
                    feed.schema().unique() + ": another row has the same, " + id
                            + ", and the platform would drop both. Let the mapping make it of the VIN and the dealer");
        }
        return published >= feed.schema().mostRows()
                ? wrong(row, "The platform takes " + feed.schema().mostRows() + " rows in a file. Ask with dealer=")
                : row;
    }

    private static FeedRow wrong(FeedRow row, String why) {
        return new FeedRow(row.vin(), row.dealer(), row.row(), List.of(why));
    }

    long published() {
        return published;
    }

    long rejected() {
        return rejected;
    }
}
