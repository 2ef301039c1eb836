package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.refresh.queue.StoreResult;
import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.vehicles.descriptions.NegativeAnswers;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkResult;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The step of the describing flow where ChromeData does not carry what it was asked for. */
@Component
class NotCarriedSteps {

    private final Descriptions descriptions;
    private final NegativeAnswers negatives;
    private final WorkQueue queue;
    private final ClaimKeys keys;

    NotCarriedSteps(Descriptions descriptions, NegativeAnswers negatives, WorkQueue queue, ClaimKeys keys) {
        this.descriptions = descriptions;
        this.negatives = negatives;
        this.queue = queue;
        this.keys = keys;
    }

    /** Remembers it. Where it says nothing of the others under the key, the next of them is asked for. */
    @Transactional
    public StoreResult store(
            @Body Answer.NotCarried<?> answer,
            @Variable("claim") Claim claim,
            @Variable("describedBy") DescribingService service) {
        queue.finish(claim, WorkResult.NOT_CARRIED);
        if (WorkKind.of(claim) != WorkKind.VEHICLE) {
            negatives.notCarried(claim.key(), answer);
            return StoreResult.DONE;
        }
        String alone = keys.alone(service, claim);
        if (keys.partsWith(service, claim) || (keys.shared(claim) && answer.ofOneVin())) {
            Optional<Vin> next = negatives.notCarriedAlone(claim.key(), alone, new Vin(claim.argument()), answer);
            next.ifPresent(vin -> askNext(claim, vin));
            return next.isPresent() ? StoreResult.ASKED_MORE : StoreResult.DONE;
        }
        if (service == RequestKeys.serviceOf(claim.key())) {
            negatives.notCarried(claim.key(), answer);
            return StoreResult.DONE;
        }
        String there = answer.ofOneVin() ? alone : keys.with(service, claim);
        descriptions.moveAll(claim.key(), there);
        negatives.notCarried(there, answer);
        return StoreResult.DONE;
    }

    /** Those who wait for the key go on waiting, for the answer to that. */
    private void askNext(Claim claim, Vin vin) {
        queue.ask(List.of(WorkKind.VEHICLE.ask(claim.key(), vin.value(), claim)));
        queue.askWith(claim.key(), vin.value());
        claim.rerun().set(true);
    }
}
