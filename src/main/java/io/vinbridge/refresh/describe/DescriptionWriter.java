package io.vinbridge.refresh.describe;

import static java.util.stream.Collectors.toMap;

import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.database.PlanCacheMode;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.gallery.mirror.StockImages;
import io.vinbridge.refresh.queue.StoreResult;
import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.vehicles.descriptions.FirstDescriptions;
import io.vinbridge.vehicles.descriptions.NegativeAnswers;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores what was found out, gives it to those who wait, asks for what belongs to it, and takes the work off the queue:
 * all of that or nothing, and together for all that are at this step.
 */
@Component
class DescriptionWriter {

    private static final int MOST = 64;

    private final Descriptions descriptions;
    private final FirstDescriptions first;
    private final NegativeAnswers negatives;
    private final Galleries galleries;
    private final StockImages stock;
    private final WorkRequests asks;
    private final WorkQueue queue;
    private final RequestKeys keys;
    private final JdbcClient jdbc;
    private final GroupCommit<Found, StoreResult> together;

    DescriptionWriter(
            Descriptions descriptions,
            FirstDescriptions first,
            NegativeAnswers negatives,
            Galleries galleries,
            StockImages stock,
            WorkRequests asks,
            WorkQueue queue,
            RequestKeys keys,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.descriptions = descriptions;
        this.first = first;
        this.negatives = negatives;
        this.galleries = galleries;
        this.stock = stock;
        this.asks = asks;
        this.queue = queue;
        this.keys = keys;
        this.jdbc = jdbc;
        this.together = new GroupCommit<>(MOST, found -> transaction.execute(status -> store(found)));
    }

    /**
     * Build data holds for one VIN alone, also where nobody expected it: it must not be shared with others of the
     * pattern.
     */
    private record Found(Claim claim, ResolvedAnswer finding, boolean forOneVinOnly, String key) {

        /** Whether all vehicles of the claim's key go under another. */
        boolean moves() {
            return !forOneVinOnly && !key.equals(claim.key());
        }
    }

    /**
     * Returns whether more is to be done for it.
     *
     * @throws LeaseLost if the lease ran out and the work is another's: nothing is stored
     */
    StoreResult store(
            @Body ResolvedAnswer finding,
            @Variable("claim") Claim claim,
            @Variable("describedBy") DescribingService service) {
        StoreResult stored = together.write(found(finding, claim, service));
        if (stored == StoreResult.LOST) {
            throw new LeaseLost(claim);
        }
        return stored;
    }

    /**
     * Where another service answered than the one of the claim's key, its vehicles go under that one's key, with the
     * answer; each under its own, where that service describes them one by one.
     */
    private Found found(ResolvedAnswer finding, Claim claim, DescribingService service) {
        if (WorkKind.of(claim) != WorkKind.VEHICLE) {
            return new Found(claim, finding, false, claim.key());
        }
        Vin vin = new Vin(claim.argument());
        String alone = keys.alone(service, vin);
        boolean same = service == RequestKeys.serviceOf(claim.key());
        String key = same ? claim.key() : keys.describing(service, vin);
        boolean individual = finding.answer().forOneVin() || (!same && descriptions.individually(key));
        return individual
                ? new Found(claim, finding, !alone.equals(key), alone)
                : new Found(claim, finding, false, key);
    }

    /**
     * Follow-up work is enqueued last: rows are locked in the order of their keys, and a description's key is before a
     * gallery's.
     */
    private List<StoreResult> store(List<Found> all) {
        PlanCacheMode.GENERIC.set(jdbc);
        Set<String> held = queue.lock(all.stream().map(Found::claim).toList());
        List<Found> mine =
                all.stream().filter(one -> held.contains(one.claim.key())).toList();
        Map<Claim, List<WorkRequest>> more = more(mine);
        Map<String, KeyedAnswer> once = new LinkedHashMap<>();
        mine.forEach(
                one -> once.put(one.key, new KeyedAnswer(one.key, one.finding.answer(), one.claim.correlationId())));
        Map<String, String> moves = mine.stream()
                .filter(Found::moves)
                .collect(toMap(one -> one.claim.key(), Found::key, (first, other) -> other));
        Map<String, WorkResult> effects = descriptions.described(List.copyOf(once.values()), moves);
        queue.finish(mine.stream().collect(toMap(Found::claim, one -> effects.get(one.key))));
        moves.forEach(descriptions::moveAll);
        giveLate(mine);
        askForStock(mine, more);
        queue.ask(more.values().stream().flatMap(List::stream).toList());
        return all.stream().map(one -> stored(more.get(one.claim))).toList();
    }

    /**
     * To vehicles that an event has brought meanwhile: it saw the work, and left it at that. From here on the work is
     * gone, and who comes asks for its own.
     */
    private void giveLate(List<Found> mine) {
        Map<String, String> wantedBy = new HashMap<>();
        mine.forEach(one -> wantedBy.put(one.key, one.claim.correlationId()));
        first.propagate(wantedBy);
    }

    /** Of a stock image, a copy is asked for by the first answer that names it. */
    private void askForStock(List<Found> mine, Map<Claim, List<WorkRequest>> more) {
        Map<Integer, Claim> claims = new HashMap<>();
        List<Style> styles = new ArrayList<>();
        for (Found one : mine) {
            for (Style style : one.finding.answer().description().styles()) {
                claims.put(style.id(), one.claim);
                styles.add(style);
            }
        }
        for (StockImages.Named image : stock.store(styles)) {
            Claim claim = claims.get(image.styleId());
            more.get(claim).add(asks.picture(image.styleId(), image.name(), claim.correlationId()));
        }
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
            List<WorkRequest> more = new ArrayList<>(one.forOneVinOnly ? others(one) : List.of());
            one.finding.galleries().stream()
                    .filter(ask -> !fresh.contains(Integer.valueOf(ask.argument())))
                    .forEach(more::add);
            more.addAll(one.finding.comparisons());
            return more;
        }));
    }

    /** The other VINs that wait under the pattern's key: each is described by itself from now on. */
    private List<WorkRequest> others(Found found) {
        Claim claim = found.claim;
        Vin described = new Vin(claim.argument());
        DescribingService service = RequestKeys.serviceOf(found.key);
        return negatives.individual(keys.describing(service, described), claim.key(), described).stream()
                .map(vin -> WorkKind.VEHICLE.ask(
                        keys.alone(service, vin), vin.value(), Priority.AGE, claim.cause(), claim.correlationId()))
                .toList();
    }
}
