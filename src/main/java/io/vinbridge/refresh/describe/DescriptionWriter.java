package io.vinbridge.refresh.describe;

import static java.util.stream.Collectors.toMap;

import io.vinbridge.gallery.Galleries;
import io.vinbridge.refresh.queue.StoreResult;
import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.vehicles.documents.KeyedAnswer;
import io.vinbridge.work.Claim;
import io.vinbridge.work.GroupCommit;
import io.vinbridge.work.LeaseLost;
import io.vinbridge.work.Priority;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import io.vinbridge.work.WorkResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores what was found out, gives it to those who wait, asks for what belongs to it, and takes the work off the queue: all of that or
 * nothing, and together for all that are at this step.
 */
@Component
class DescriptionWriter {

    private static final int MOST = 64;

    private final Descriptions descriptions;
    private final Galleries galleries;
    private final WorkQueue queue;
    private final RequestKeys keys;
    private final GroupCommit<Found, StoreResult> together;

    DescriptionWriter(
            Descriptions descriptions,
            Galleries galleries,
            WorkQueue queue,
            RequestKeys keys,
            TransactionTemplate transaction) {
        this.descriptions = descriptions;
        this.galleries = galleries;
        this.queue = queue;
        this.keys = keys;
        this.together = new GroupCommit<>(MOST, found -> transaction.execute(status -> store(found)));
    }

    /** Build data holds for one VIN alone, also where nobody expected it: it must not be shared with others of the pattern. */
    private record Found(Claim claim, ResolvedAnswer finding, boolean forOneVinOnly, String key) {}

    /**
     * Returns whether more is to be done for it.
     *
     * @throws LeaseLost if the lease ran out and the work is another's: nothing is stored
     */
    StoreResult store(@Body ResolvedAnswer finding, @Variable("claim") Claim claim) {
        StoreResult stored = together.write(found(finding, claim));
        if (stored == StoreResult.LOST) {
            throw new LeaseLost(claim);
        }
        return stored;
    }

    private Found found(ResolvedAnswer finding, Claim claim) {
        if (WorkKind.of(claim) == WorkKind.VEHICLE && finding.answer().forOneVin()) {
            String alone = keys.alone(new Vin(claim.argument()));
            return new Found(claim, finding, !alone.equals(claim.key()), alone);
        }
        return new Found(claim, finding, false, claim.key());
    }

    /** Follow-up work is enqueued last: rows are locked in the order of their keys, and a description's key is before a gallery's. */
    private List<StoreResult> store(List<Found> all) {
        Set<String> held = queue.lock(all.stream().map(Found::claim).toList());
        List<Found> mine =
                all.stream().filter(one -> held.contains(one.claim.key())).toList();
        Map<Claim, List<WorkRequest>> more = more(mine);
        Map<String, WorkResult> effects = descriptions.described(mine.stream()
                .map(one -> new KeyedAnswer(one.key, one.finding.answer(), one.claim.correlationId()))
                .toList());
        queue.finish(mine.stream().collect(toMap(Found::claim, one -> effects.get(one.key))));
        giveLate(mine);
        queue.ask(more.values().stream()
                .flatMap(List::stream)
                .collect(toMap(WorkRequest::key, ask -> ask, WorkRequest::moreUrgent))
                .values());
        return all.stream().map(one -> stored(more.get(one.claim))).toList();
    }

    /**
     * To vehicles that an event has brought meanwhile: it saw the work, and left it at that. From here on the work is gone, and who comes
     * asks for its own.
     */
    private void giveLate(List<Found> mine) {
        Map<String, String> wantedBy = new HashMap<>();
        mine.forEach(one -> wantedBy.put(one.key, one.claim.correlationId()));
        descriptions.propagateFirst(wantedBy);
    }

    private static StoreResult stored(List<WorkRequest> more) {
        return more == null ? StoreResult.LOST : more.isEmpty() ? StoreResult.DONE : StoreResult.ASKED_MORE;
    }

    private Map<Claim, List<WorkRequest>> more(List<Found> mine) {
        Set<Integer> fresh = galleries.fresh(mine.stream()
                .flatMap(one -> one.finding.styles().stream())
                .distinct()
                .toList());
        return mine.stream().collect(toMap(Found::claim, one -> {
            List<WorkRequest> more = new ArrayList<>(one.forOneVinOnly ? others(one.claim) : List.of());
            one.finding.galleries().stream()
                    .filter(ask -> !fresh.contains(Integer.valueOf(ask.argument())))
                    .forEach(more::add);
            return more;
        }));
    }

    /** The other VINs that wait under the pattern's key: each is described by itself from now on. */
    private List<WorkRequest> others(Claim claim) {
        return descriptions.individual(claim.key(), new Vin(claim.argument())).stream()
                .map(vin -> WorkKind.VEHICLE.ask(
                        keys.alone(vin), vin.value(), Priority.AGE, claim.cause(), claim.correlationId()))
                .toList();
    }
}
