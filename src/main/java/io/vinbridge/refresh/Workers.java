package io.vinbridge.refresh;

import io.vinbridge.chromedata.Admission;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.work.Claim;
import io.vinbridge.work.Lane;
import io.vinbridge.work.WorkQueue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** What this node has in hand. It claims no more than it can begin at once, so that a lease never runs while work waits in line. */
@Component
public class Workers {

    private final int most;
    private final Admission admission;
    private final Map<String, Object> limits = new HashMap<>();
    private final Map<Long, Claim> inHand = new ConcurrentHashMap<>();
    private volatile boolean more;
    private volatile boolean closed;

    Workers(ChromeDataSettings settings, Admission admission, WorkQueue queue) {
        this.most = settings.concurrentCalls();
        this.admission = admission;
        limits.put("lease", queue.lease().toString());
        limits.put("atOnce", settings.concurrentCalls());
        limits.put("perSecond", settings.callsPerSecond());
        limits.put("perDay", settings.callsPerDay());
        limits.put("forPeople", settings.callsKeptForPeople());
    }

    /**
     * What this node offers to take, by the names that {@code sql/claim-work.sql} asks for; null where it has no room. What is
     * expected is noted before it is counted what is in hand: a worker that is done between the two either made room or sees the
     * note.
     */
    Map<String, Object> offer() {
        more = true;
        int room = closed ? 0 : most - inHand.size();
        if (room <= 0) {
            return null;
        }
        more = false;
        Map<String, Object> offer = new HashMap<>(limits);
        offer.put("room", room);
        offer.put("ads", admission.admitted(Lane.DESCRIBE, room));
        offer.put("media", admission.admitted(Lane.MEDIA, room));
        offer.put("pictures", admission.admitted(Lane.PICTURE, room));
        return offer;
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

    /** Whether a claim was not handed back meanwhile. */
    boolean hold(Claim claim) {
        return inHand.containsKey(claim.token());
    }

    void done(@Variable("claim") Claim claim) {
        inHand.remove(claim.token());
    }

    /** Notes that work was put into the queue for this node to claim once it has room. */
    public void expect() {
        more = true;
    }

    /** Whether there may be work in the queue that this node had no room for, or has put there itself. */
    boolean expecting() {
        return more;
    }

    /** For the renewal of leases. */
    Collection<Claim> inHand() {
        return List.copyOf(inHand.values());
    }
}
