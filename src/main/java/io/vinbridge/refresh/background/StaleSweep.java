package io.vinbridge.refresh.background;

import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.refresh.runs.AgeGuard;
import io.vinbridge.vehicles.descriptions.DescriptionDemand;
import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.documents.StaleDescription;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/**
 * Sweep over the stale descriptions, the oldest first, in short steps: those in demand are put into the queue, the
 * others rest until they are read or tracked, and are not visited again.
 */
@Component
class StaleSweep {

    private static final int PAGE = 1_000;

    private final DescriptionDemand interest;
    private final WorkQueue queue;
    private final StaleWork aged;
    private final RefreshSettings settings;
    private final AgeGuard guard;

    StaleSweep(DescriptionDemand interest, WorkQueue queue, StaleWork aged, RefreshSettings settings, AgeGuard guard) {
        this.interest = interest;
        this.queue = queue;
        this.aged = aged;
        this.settings = settings;
        this.guard = guard;
    }

    void walk(@Variable("claim") Claim claim) {
        int most = guard.allowed(settings.staleBatch());
        int waiting = walk(LastFetch.Outcome.DESCRIBED, 0, most);
        walk(LastFetch.Outcome.NOT_CARRIED, waiting, most);
        queue.finish(claim);
    }

    /**
     * Ends where enough wait in the queue; what failed there is not counted, or it would keep the rest from being asked
     * for.
     */
    private int walk(LastFetch.Outcome outcome, int before, int most) {
        int waiting = before;
        List<StaleDescription> page = List.of();
        do {
            StaleDescription last = page.isEmpty() ? null : page.get(page.size() - 1);
            int room = most - waiting;
            page = room <= 0 ? List.of() : interest.stale(outcome, last, settings.keepFor(), PAGE);
            List<StaleDescription> wanted = page.stream()
                    .filter(one -> one.wanted() && !one.failing())
                    .limit(room)
                    .toList();
            rest(page);
            Collection<WorkRequest> asks = aged.asks(wanted);
            queue.ask(asks);
            waiting += asks.size()
                    + (int) wanted.stream().filter(StaleDescription::queued).count();
        } while (page.size() == PAGE);
        return waiting;
    }

    private void rest(List<StaleDescription> page) {
        List<String> unwanted = page.stream()
                .filter(one -> !one.wanted())
                .map(StaleDescription::key)
                .toList();
        if (!unwanted.isEmpty()) {
            interest.rest(unwanted, settings.keepFor());
        }
    }
}
