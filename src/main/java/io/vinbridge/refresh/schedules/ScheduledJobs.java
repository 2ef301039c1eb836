package io.vinbridge.refresh.schedules;

import io.vinbridge.chromedata.Account;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Jobs of the schedules: each puts one piece of work into the queue, in the transaction that claims the fire. Without a
 * fire there is nothing to claim: a person wants it now, or the route was claimed as it began.
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
        if (fire == null || fires.claim(fire)) {
            queue.ask(List.of(ask));
        }
    }
}
