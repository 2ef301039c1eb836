package io.vinbridge.refresh;

import static java.util.stream.Collectors.toMap;

import io.vinbridge.gallery.Galleries;
import io.vinbridge.vehicles.Answered;
import io.vinbridge.vehicles.Descriptions;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.work.Ask;
import io.vinbridge.work.Claim;
import io.vinbridge.work.Effect;
import io.vinbridge.work.GroupCommit;
import io.vinbridge.work.LostClaim;
import io.vinbridge.work.Priority;
import io.vinbridge.work.WorkQueue;
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
class StoringDescriptions {

    private static final int MOST = 64;

    private final Descriptions descriptions;
    private final Galleries galleries;
    private final WorkQueue queue;
    private final RequestKeys keys;
    private final GroupCommit<Found, Stored> together;

    StoringDescriptions(
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
    private record Found(Claim claim, Finding finding, boolean forOneVinOnly, String key) {}

    /**
     * Returns whether more is to be done for it.
     *
     * @throws LostClaim if the lease ran out and the work is another's: nothing is stored
     */
    Stored store(@Body Finding finding, @Variable("claim") Claim claim) {
        Stored stored = together.write(found(finding, claim));
        if (stored == Stored.LOST) {
            throw new LostClaim(claim);
        }
        return stored;
    }

    private Found found(Finding finding, Claim claim) {
        if (Kind.of(claim) == Kind.VEHICLE && finding.answer().source().belongsToOneVin()) {
            String alone = keys.alone(new Vin(claim.ask()));
            return new Found(claim, finding, !alone.equals(claim.key()), alone);
        }
        return new Found(claim, finding, false, claim.key());
    }

    /**
     * What is asked for in turn comes last: whoever asks for many keys locks their rows in the order of the keys, and a description's
     * key is before a gallery's.
     */
    private List<Stored> store(List<Found> all) {
        Set<String> held = queue.hold(all.stream().map(Found::claim).toList());
        List<Found> mine =
                all.stream().filter(one -> held.contains(one.claim.key())).toList();
        Map<Claim, List<Ask>> more = more(mine);
        Map<String, Effect> effects = descriptions.described(mine.stream()
                .map(one -> new Answered(one.key, one.finding.answer(), one.claim.correlationId()))
                .toList());
        queue.finish(mine.stream().collect(toMap(Found::claim, one -> effects.get(one.key))));
        giveLate(mine);
        queue.ask(more.values().stream()
                .flatMap(List::stream)
                .collect(toMap(Ask::key, ask -> ask, Ask::moreUrgent))
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
        descriptions.giveFirst(wantedBy);
    }

    private static Stored stored(List<Ask> more) {
        return more == null ? Stored.LOST : more.isEmpty() ? Stored.DONE : Stored.ASKED_MORE;
    }

    private Map<Claim, List<Ask>> more(List<Found> mine) {
        Set<Integer> fresh = galleries.fresh(mine.stream()
                .flatMap(one -> one.finding.styles().stream())
                .distinct()
                .toList());
        return mine.stream().collect(toMap(Found::claim, one -> {
            List<Ask> more = new ArrayList<>(one.forOneVinOnly ? others(one.claim) : List.of());
            one.finding.galleries().stream()
                    .filter(ask -> !fresh.contains(Integer.valueOf(ask.ask())))
                    .forEach(more::add);
            return more;
        }));
    }

    /** The other VINs that wait under the pattern's key: each is described by itself from now on. */
    private List<Ask> others(Claim claim) {
        return descriptions.individual(claim.key(), new Vin(claim.ask())).stream()
                .map(vin -> Kind.VEHICLE.ask(
                        keys.alone(vin), vin.value(), Priority.AGE, claim.cause(), claim.correlationId()))
                .toList();
    }
}
