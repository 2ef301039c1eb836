package io.vinbridge.refresh.lookup;

import io.vinbridge.chromedata.CallAdmission;
import io.vinbridge.failures.Failure;
import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.ModelDesignation;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.vehicles.documents.StoredDescription;
import java.util.List;
import org.springframework.stereotype.Component;

/** Read-through of models by words, which ADS alone answers. */
@Component
class ModelReadThrough implements Refreshable<ModelDesignation, StoredDescription> {

    private static final String WORDS = "descriptions by year, make and model";

    private final KeyedDescriptions stored;
    private final Descriptions descriptions;
    private final RequestKeys keys;
    private final WorkRequests asks;
    private final RefreshSettings settings;
    private final CallAdmission admission;

    ModelReadThrough(
            KeyedDescriptions stored,
            Descriptions descriptions,
            RequestKeys keys,
            WorkRequests asks,
            RefreshSettings settings,
            CallAdmission admission) {
        this.stored = stored;
        this.descriptions = descriptions;
        this.keys = keys;
        this.asks = asks;
        this.settings = settings;
        this.admission = admission;
    }

    @Override
    public StoredDescription find(ModelDesignation model) {
        return stored.find(keys.model(model), "the " + model.inWords(), () -> asks.staleModel(model));
    }

    /**
     * How many calls it would cost to read it now: none where what is stored is fresh, that it is not carried included.
     *
     * @throws Failure where nobody could be asked
     */
    public int calls(ModelDesignation model) {
        if (descriptions.fresh(keys.model(model))) {
            return 0;
        }
        admission.requireAds(WORDS);
        return 1;
    }

    @Override
    public PendingLookup renewed(ModelDesignation model) {
        admission.requireAds(WORDS);
        return new PendingLookup(List.of(asks.forcedModel(model)), settings.lookupTimeout());
    }

    @Override
    public PendingLookup wanted(ModelDesignation model) {
        admission.requireAds(WORDS);
        return new PendingLookup(List.of(asks.model(model)), settings.lookupTimeout());
    }
}
