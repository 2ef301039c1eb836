package io.vinbridge.refresh.catalog;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.chromedata.description.DataVersion;
import io.vinbridge.refresh.CatalogList;
import io.vinbridge.refresh.runs.RunStarter;
import io.vinbridge.refresh.runs.Selection;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.catalog.Catalog;
import io.vinbridge.vehicles.catalog.DataBuilds;
import io.vinbridge.work.CallCause;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the flows that fetch lists. To carry none is an answer too: it is stored as an empty list. */
@Component
class ListSteps {

    private final Catalog catalog;
    private final DataBuilds builds;
    private final WorkQueue queue;
    private final CatalogSync sync;
    private final RunStarter refreshes;
    private final SelectorQuestions selector;

    ListSteps(
            Catalog catalog,
            DataBuilds builds,
            WorkQueue queue,
            CatalogSync sync,
            RunStarter refreshes,
            SelectorQuestions selector) {
        this.catalog = catalog;
        this.builds = builds;
        this.queue = queue;
        this.sync = sync;
        this.refreshes = refreshes;
        this.selector = selector;
    }

    int style(@Variable("claim") Claim claim) {
        return Integer.parseInt(claim.argument());
    }

    /** In the words of the service whose list the key is of. */
    Object catalogQuestion(@Variable("claim") Claim claim) {
        CatalogList list = new CatalogList(claim.argument());
        return RequestKeys.serviceOf(claim.key()) == DescribingService.CVD ? selector.question(list) : list.question();
    }

    AdsOperation versionQuestion() {
        return new AdsOperation.Versions();
    }

    void finish(@Variable("claim") Claim claim) {
        queue.finish(claim);
    }

    @Transactional
    public void storeCatalog(@Body Answer<List<Object>> answer, @Variable("claim") Claim claim) {
        queue.finish(claim);
        catalog.store(claim.key(), given(answer));
        if (claim.cause() == CallCause.STALE) {
            sync.walkOn(new CatalogList(claim.argument()), claim);
        }
    }

    @Transactional
    public void storeVersions(@Body Answer<List<DataVersion>> answer, @Variable("claim") Claim claim) {
        queue.finish(claim);
        builds.seen(given(answer))
                .ifPresent(build ->
                        refreshes.begin(Selection.exceptBuild(build), CallCause.BUILD, null, claim.correlationId()));
    }

    /** With CVD alone there is nobody to ask: freshness is by age, and by the daily sample. */
    boolean versionUntold() {
        return !builds.told();
    }

    void leaveVersion(@Variable("claim") Claim claim) {
        queue.finish(claim);
    }

    /** Where it is, and there is a service that tells it. */
    boolean versionUnknown() {
        return builds.told() && builds.unknown();
    }

    private static <T> List<T> given(Answer<List<T>> answer) {
        return answer instanceof Answer.Given<List<T>> given ? given.data() : List.of();
    }
}
