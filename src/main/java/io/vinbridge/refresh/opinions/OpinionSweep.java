package io.vinbridge.refresh.opinions;

import io.vinbridge.chromedata.Account;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.descriptions.NegativeAnswers;
import io.vinbridge.vehicles.opinions.VehicleOpinions;
import io.vinbridge.vpic.edition.Editions;
import io.vinbridge.vpic.edition.VpicSettings;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/**
 * Sweep over vehicles that NHTSA's data has not been compared with as they are now: some that are new or changed, all
 * after another edition or other settings. It is work of the queue, so that one node does it; what is left is done by
 * the next piece of work.
 */
@Component
class OpinionSweep {

    private static final int PART = 250;
    private static final int PARTS = 20;

    private final Editions editions;
    private final VpicSettings settings;
    private final Account account;
    private final VehicleOpinions opinions;
    private final OpinionProgress progress;
    private final NegativeAnswers negatives;
    private final WorkQueue queue;
    private final WorkRequests asks;

    OpinionSweep(
            Editions editions,
            VpicSettings settings,
            Account account,
            VehicleOpinions opinions,
            OpinionProgress progress,
            NegativeAnswers negatives,
            WorkQueue queue,
            WorkRequests asks) {
        this.editions = editions;
        this.settings = settings;
        this.account = account;
        this.opinions = opinions;
        this.progress = progress;
        this.negatives = negatives;
        this.queue = queue;
        this.asks = asks;
    }

    /** Asks for a sweep where there is something to do; true then. */
    boolean ask() {
        boolean due = progress.due(basis(), editions.find().isPresent(), settings.serves(), opinions.patience());
        if (due) {
            queue.askUnlessQueued(List.of(asks.opinions()));
        }
        return due;
    }

    void sweep(@Variable("claim") Claim claim) {
        int parts = 0;
        while (parts < PARTS && opinions.judgeNew(PART, claim.correlationId()) == PART) {
            parts++;
        }
        String basis = basis();
        if (progress.begin(basis)) {
            negatives.askAgain();
        }
        if (editions.find().isEmpty()) {
            progress.moved(basis, null);
        }
        for (Optional<String> to = progress.to(basis); parts < PARTS && to.isPresent(); parts++) {
            to = opinions.judgeAfter(to.get(), PART, claim.correlationId());
            progress.moved(basis, to.orElse(null));
        }
        queue.finish(claim);
    }

    /** What verdicts rest on, beside the vehicles: where that is another, all are judged anew. */
    private String basis() {
        return editions.find().map(one -> one.edition().id()).orElse(0) + " " + settings.fallback() + " "
                + settings.impossible() + " " + settings.notAsked() + " " + account.asks();
    }
}
