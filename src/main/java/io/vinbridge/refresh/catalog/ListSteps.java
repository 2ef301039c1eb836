package io.vinbridge.refresh.catalog;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.chromedata.description.DataVersion;
import io.vinbridge.refresh.CatalogList;
import io.vinbridge.refresh.runs.RunStarter;
import io.vinbridge.refresh.runs.Selection;
import io.vinbridge.vehicles.catalog.Catalog;
import io.vinbridge.vehicles.catalog.DataBuilds;
import io.vinbridge.work.AvoidedCalls;
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
    private final AvoidedCalls avoided;
    private final RunStarter refreshes;

    ListSteps(
            Catalog catalog,
            DataBuilds builds,
            WorkQueue queue,
            CatalogSync sync,
            AvoidedCalls avoided,
            RunStarter refreshes) {
        this.catalog = catalog;
        this.builds = builds;
        this.queue = queue;
        this.sync = sync;
        this.avoided = avoided;
        this.refreshes = refreshes;
    }

    int style(@Variable("claim") Claim claim) {
        return Integer.parseInt(claim.argument());
    }

    AdsOperation catalogQuestion(@Variable("claim") Claim claim) {
        return new CatalogList(claim.argument()).question();
    }

    AdsOperation versionQuestion() {
        return new AdsOperation.Versions();
    }

    void finish(@Variable("claim") Claim claim) {
        queue.finish(claim);
        avoided.note(claim.cause(), AvoidedCalls.How.FRESHNESS, 1);
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

    boolean versionUnknown() {
        return builds.unknown();
    }

    private static <T> List<T> given(Answer<List<T>> answer) {
        return answer instanceof Answer.Given<List<T>> given ? given.data() : List.of();
    }
}
