package io.vinbridge.refresh.background;

import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.descriptions.DescriptionDemand;
import io.vinbridge.vehicles.lists.VehiclePopularity;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counter of reads by request key, so that a description that nobody reads can rest, and by vehicle, so that lists can
 * begin with those that are seen most. Who reads is not noted. A clock writes the counts; those since the last write
 * are lost when a node is killed: one minute of the 90 days after which a description rests.
 */
@Component
public class ReadCounter {

    private static final Logger LOG = LoggerFactory.getLogger(ReadCounter.class);

    private final Tally keys = new Tally();
    private final Tally vins = new Tally();
    private final DescriptionDemand interest;
    private final VehiclePopularity popularity;

    ReadCounter(DescriptionDemand interest, VehiclePopularity popularity) {
        this.interest = interest;
        this.popularity = popularity;
    }

    /** Counts a read of what is described under a key. */
    public void note(String key) {
        keys.note(key);
    }

    /** Counts a read of a vehicle by itself, which whoever lists vehicles does not make. */
    public void note(Vin vin) {
        vins.note(vin.value());
    }

    /** Writes what was counted. */
    void write() {
        keys.drain(interest::read);
        vins.drain(popularity::read);
    }

    @PreDestroy
    void writeTheRest() {
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("The read counts of the last minute were not written: {}", e.getMessage());
        }
    }
}
