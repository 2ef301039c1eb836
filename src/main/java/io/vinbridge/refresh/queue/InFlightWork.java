package io.vinbridge.refresh.queue;

import io.vinbridge.chromedata.CallAdmission;
import io.vinbridge.chromedata.ChromeDataService;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.work.Claim;
import io.vinbridge.work.Lane;
import io.vinbridge.work.WorkQueue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/**
 * Work that this node has in hand. It claims no more than it can begin at once, so that a lease never runs while work
 * waits in line.
 */
@Component
public class InFlightWork {

    private static final int CLAIMS_FOR_ALL = 16;

    /** Room beside that of calls for work that asks nobody. */
    static final int OWN = 2;

    private final int most;
    private final int worthwhile;
    private final CallAdmission admission;
    private final Map<String, Object> limits = new HashMap<>();
    private final Map<Long, Claim> inHand = new ConcurrentHashMap<>();
    private volatile boolean more;
    private volatile boolean closed;

    InFlightWork(
            ChromeDataSettings settings,
            CallAdmission admission,
            WorkQueue queue,
            Descriptions descriptions,
            Galleries galleries,
            RequestKeys keys) {
        this.most = settings.concurrentCalls();
        this.worthwhile = Math.max(1, most / CLAIMS_FOR_ALL);
        this.admission = admission;
        limits.put("lease", queue.lease().toString());
        limits.put("descriptionsFor", descriptions.freshFor().toString());
        limits.put("notCarriedFor", descriptions.notCarriedFor().toString());
        limits.put("galleriesFor", galleries.freshFor().toString());
        limits.put("atOnce", settings.concurrentCalls());
        limits.put("perSecond", settings.callsPerSecond());
        limits.put("perDay", settings.callsPerDay());
        limits.put("forPeople", settings.callsKeptForPeople());
        limits.put("settings", keys.settings());
        limits.put("lister", admission.lister().word());
        limits.put(
                "describers",
                admission.describers().stream().map(ChromeDataService::word).collect(Collectors.joining(" ")));
    }

    /**
     * Parameters of {@code sql/claim-work.sql}: the work that this node can take; null if it has no room. What is
     * expected is noted before it is counted what is in hand: a worker that is done between the two either made room or
     * sees the note.
     */
    Map<String, Object> claimParameters() {
        more = true;
        int room = closed ? 0 : most - calling();
        int own = closed ? 0 : OWN - (inHand.size() - calling());
        if (room <= 0 && own <= 0) {
            return null;
        }
        // Without room for calls, nothing is learned of the calls that wait: what is expected of those stays so.
        more = room <= 0;
        Map<String, Object> parameters = new HashMap<>(limits);
        parameters.put("room", Math.max(0, room));
        parameters.put("own", Math.max(0, own));
        parameters.put("lists", Math.max(0, admission.admitted(Lane.LIST, room)));
        parameters.put("describing", Math.max(0, admission.admitted(Lane.DESCRIBE, room)));
        parameters.put("media", Math.max(0, admission.admitted(Lane.MEDIA, room)));
        parameters.put("pictures", Math.max(0, admission.admitted(Lane.PICTURE, room)));
        return parameters;
    }

    /** How many in hand call somebody. */
    private int calling() {
        return (int) inHand.values().stream()
                .filter(claim -> claim.lane() != Lane.OWN)
                .count();
    }

    /** Takes claimed rows in hand. */
    List<Claim> take(@Body List<Map<String, Object>> rows) {
        if (!rows.isEmpty() && Boolean.TRUE.equals(rows.get(0).get("more"))) {
            more = true;
        }
        List<Claim> claims = rows.stream().map(Claim::of).toList();
        claims.forEach(claim -> inHand.put(claim.token(), claim));
        return claims;
    }

    /** Takes no more, until the node ends. */
    void close() {
        closed = true;
    }

    /** True if a claim was not handed back meanwhile. */
    boolean holds(Claim claim) {
        return inHand.containsKey(claim.token());
    }

    void done(@Variable("claim") Claim claim) {
        inHand.remove(claim.token());
        if (claim.rerun().get()) {
            expectMore();
        }
    }

    /** Notes that work was put into the queue for this node to claim once it has room. */
    public void expectMore() {
        more = true;
    }

    /**
     * The same where storing a result did so.
     *
     * @throws Exception what storing it failed with
     */
    void expectMoreAfter(@Body Object stored) throws Exception {
        if (stored instanceof Exception failed) {
            throw failed;
        }
        if (((StoreResult) stored).askedMore()) {
            expectMore();
        }
    }

    /**
     * True if it is time to claim again: there may be work in the queue that this node had no room for, or has put
     * there itself, and there is room for so much of it that the claim, which costs the database about the same for one
     * as for many, is worth it.
     */
    boolean worthClaiming() {
        return more && most - calling() >= worthwhile;
    }

    /**
     * True if the store had the answer to the claim in hand already when it was claimed, so that nobody need be asked.
     */
    public static boolean answered(Exchange exchange) {
        return exchange.getVariable("claim", Claim.class).answered();
    }

    /** For the renewal of leases. */
    public Collection<Claim> inHand() {
        return List.copyOf(inHand.values());
    }
}
