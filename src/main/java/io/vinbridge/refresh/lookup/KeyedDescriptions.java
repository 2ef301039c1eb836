package io.vinbridge.refresh.lookup;

import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.vehicles.documents.StoredDescription;
import io.vinbridge.vehicles.registry.StaleIfErrorCache;
import io.vinbridge.work.WorkRequest;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Descriptions of what is no vehicle, by the keys of what was asked: what was served last where PostgreSQL is away. */
@Component
class KeyedDescriptions {

    private final Descriptions descriptions;
    private final StaleIfErrorCache lastServed;
    private final ReadSideEffects serving;

    KeyedDescriptions(Descriptions descriptions, StaleIfErrorCache lastServed, ReadSideEffects serving) {
        this.descriptions = descriptions;
        this.lastServed = lastServed;
        this.serving = serving;
    }

    /**
     * The description under a key; null where there is none yet.
     *
     * @param named what it is of, in words
     * @param stale the work that is asked for where it is stale
     * @throws Failure where ChromeData does not carry it
     */
    StoredDescription find(String key, String named, Supplier<WorkRequest> stale) {
        try {
            return stored(key, named, stale);
        } catch (DatabaseUnavailable e) {
            return lastServed.description(key).orElseThrow(() -> e);
        }
    }

    private StoredDescription stored(String key, String named, Supplier<WorkRequest> stale) {
        StoredDescription found = descriptions.find(key).orElse(null);
        if (found != null && found.look().notCarried()) {
            throw new Failure(Reason.NOT_CARRIED, StandIns.detail(named, found.look()));
        }
        return found == null || found.document() == null ? null : serving.description(found, stale);
    }
}
