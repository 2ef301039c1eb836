package io.vinbridge.publishing.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivery in the hands of this node.
 *
 * @param token proves that it is in these hands still
 * @param attempts how many there were, this one counted
 * @param secrets to sign with, the newest first
 * @param change as JSON; null for a ping, and where it is not kept any more
 * @param correlationId of what changed it; null where nothing did
 */
record Delivery(
        long id,
        long token,
        UUID webhook,
        String messageId,
        String kind,
        int attempts,
        URI url,
        List<SigningSecret> secrets,
        Instant at,
        String change,
        String correlationId) {

    static final String PING = "ping";

    /** True if it tells of no change: a test message, or one about the budget. */
    boolean ofItself() {
        return kind.equals(PING) || kind.startsWith(BudgetNotices.KIND);
    }
}
