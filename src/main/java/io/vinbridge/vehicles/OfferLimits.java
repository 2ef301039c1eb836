package io.vinbridge.vehicles;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of what dealers may have stored of one vehicle. Whatever goes beyond is refused as a whole and becomes a dead
 * letter: a row that grows with every event would end each node that reads it.
 *
 * @param names how many fields an offer may have, those of all events together
 * @param bytes how large the fields of one offer may be, as JSON
 * @param dealers how many dealers may have an offer of one vehicle; the one that was withdrawn longest ago makes room
 *     for another
 * @param total how large the fields of all offers of one vehicle may be together
 */
public record OfferLimits(
        @ClusterWide @Bounds(least = "10", most = "1000") @DefaultValue("200")
        int names,

        @ClusterWide @Bounds(least = "1KB", most = "1MB") @DefaultValue("32KB")
        DataSize bytes,

        @ClusterWide @Bounds(least = "1", most = "200") @DefaultValue("20")
        int dealers,

        @ClusterWide @Bounds(least = "1KB", most = "2MB") @DefaultValue("128KB")
        DataSize total) {

    /**
     * The size of an offer's fields.
     *
     * @throws Failure if there are too many of them, or too much
     */
    public long check(Offer offer) {
        if (offer.fields().size() > names) {
            throw beyond("%d fields, and at most %d are kept"
                    .formatted(offer.fields().size(), names));
        }
        long size = offer.size();
        if (size > bytes.toBytes()) {
            throw beyond("%d bytes of fields, and at most %d are kept".formatted(size, bytes.toBytes()));
        }
        return size;
    }

    public void checkTotal(long size) {
        if (size > total.toBytes()) {
            throw new Failure(
                    Reason.INVALID_EVENT,
                    "With it, the offers of the vehicle would have %d bytes of fields, and at most %d are kept"
                            .formatted(size, total.toBytes()));
        }
    }

    public void checkDealers(int number) {
        if (number > dealers) {
            throw new Failure(
                    Reason.INVALID_EVENT,
                    "With it, %d dealers would have the vehicle, and at most %d are kept".formatted(number, dealers));
        }
    }

    private static Failure beyond(String what) {
        return new Failure(Reason.INVALID_EVENT, "With it, the offer would have " + what);
    }
}
