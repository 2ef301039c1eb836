package io.vinbridge.refresh.schedules;

import io.vinbridge.chromedata.Account;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import java.time.Instant;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Jobs of the schedules: each puts one piece of work into the queue, in the transaction that claims the fire. Without a
 * fire a person wants it now, and there is nothing to claim.
 */
@Component
class ScheduledJobs {

    private final WorkQueue queue;
    private final FireLog fires;
    private final WorkRequests asks;
    private final Account account;

    ScheduledJobs(WorkQueue queue, FireLog fires, WorkRequests asks, Account account) {
        this.account = account;
        this.queue = queue;
        this.fires = fires;
        this.asks = asks;
    }

    @Transactional
    public void pollVersion(@ExchangeProperty(Fire.PROPERTY) Fire fire) {
        actWithAccount(asks.version(), fire);
    }

    @Transactional
    public void refreshAged(@ExchangeProperty(Fire.PROPERTY) Fire fire) {
        act(asks.aged(), fire);
    }

    @Transactional
    public void syncCatalog(@ExchangeProperty(Fire.PROPERTY) Fire fire) {
        actWithAccount(asks.catalogSync(), fire);
    }

    @Transactional
    public void forgetOld(@ExchangeProperty(Fire.PROPERTY) Fire fire) {
        act(asks.forgetting(), fire);
    }

    @Transactional
    public void checkPictures(@ExchangeProperty(Fire.PROPERTY) Fire fire) {
        act(asks.pictureCheck(), fire);
    }

    @Transactional
    public void refreshVpic(@ExchangeProperty(Fire.PROPERTY) Fire fire) {
        act(asks.vpic(), fire);
    }

    /** Without an account there is nobody to ask. */
    private void actWithAccount(WorkRequest ask, Fire fire) {
        if (account.asks()) {
            act(ask, fire);
        }
    }

    private void act(WorkRequest ask, Fire fire) {
        if (fire == null || claimed(fire)) {
            queue.ask(List.of(ask));
        }
    }

    /**
     * What is claimed is the due time that has passed, whatever the scheduler says: a node whose clock is fast fires
     * before it is time, and where Quartz makes up for a fire it says that it was scheduled for now, which would be
     * claimed beside the due time itself.
     */
    private boolean claimed(Fire fire) {
        Instant now = fires.now();
        Instant by = fire.due() == null || fire.due().isAfter(now) ? now : fire.due();
        return DueTime.latest(fire.cron(), by)
                .map(due -> fires.claim(fire.schedule(), due))
                .orElse(false);
    }
}
