package io.vinbridge.refresh;

import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.work.Claim;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** What this node has in hand. It claims no more than it can begin at once, so that a lease never runs while work waits in line. */
@Component
class Workers {

    private final int most;
    private final Map<Long, Claim> inHand = new ConcurrentHashMap<>();
    private volatile boolean more;

    Workers(ChromeDataSettings settings) {
        this.most = settings.concurrentCalls();
    }

    /**
     * How many more pieces of work can be begun now. What is expected is noted before it is counted what is in hand: a worker that is
     * done between the two either made room or sees the note.
     */
    int room() {
        more = true;
        int room = Math.max(0, most - inHand.size());
        if (room > 0) {
            more = false;
        }
        return room;
    }

    /** Takes claimed rows in hand. */
    List<Claim> take(@Body List<Map<String, Object>> rows, @Variable("room") int room) {
        if (rows.size() == room) {
            more = true;
        }
        List<Claim> claims = rows.stream().map(Claim::of).toList();
        claims.forEach(claim -> inHand.put(claim.token(), claim));
        return claims;
    }

    void done(@Variable("claim") Claim claim) {
        inHand.remove(claim.token());
    }

    /** Notes that work was put into the queue for this node to claim once it has room. */
    void expect() {
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
