package io.vinbridge.refresh.queue;

import io.vinbridge.chromedata.CallAdmission;
import io.vinbridge.chromedata.ChromeDataService;
import io.vinbridge.chromedata.refusals.RequestComplaint;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.Claim;
import io.vinbridge.work.Lane;
import io.vinbridge.work.WorkQueue;
import java.sql.SQLException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives work that failed back to the queue. */
@Component
class WorkFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(WorkFailureHandler.class);

    private final InFlightWork workers;
    private final WorkQueue queue;
    private final KeyWaiters awaiting;
    private final CallAdmission admission;

    WorkFailureHandler(InFlightWork workers, WorkQueue queue, KeyWaiters awaiting, CallAdmission admission) {
        this.workers = workers;
        this.queue = queue;
        this.awaiting = awaiting;
        this.admission = admission;
    }

    void failed(@Variable("claim") Claim claim, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception exception) {
        if (!workers.holds(claim)) {
            return;
        }
        Failure failure = failure(claim, exception);
        queue.fail(claim, failure, attempted(claim, failure));
        awaiting.failed(claim.key(), failure);
    }

    /** Ends work over which nodes were lost, before it is begun once more. */
    void putAside(@Variable("claim") Claim claim) {
        LOG.error("{} is put aside: nodes ended while they had it in hand", claim.key());
        awaiting.failed(claim.key(), queue.putAside(claim));
    }

    /**
     * What a breaker kept back, or was refused for the account's sake or for the form of all that is asked, says
     * nothing about the work itself; nor does the failure of a service of which most calls fail, nor a database that is
     * away about work that asks nobody else.
     */
    private boolean attempted(Claim claim, Failure failure) {
        boolean ofAccount =
                failure instanceof UpstreamRefused refused && refused.about().ofAccount();
        boolean ownTried = claim.lane() == Lane.OWN && failure.reason() != Reason.STORE_UNAVAILABLE;
        return !ofAccount
                && !(failure instanceof RequestComplaint)
                && claim.services().keySet().stream()
                        .map(ChromeDataService::named)
                        .noneMatch(admission::troubled)
                && (claim.calls().get() > 0 || ownTried);
    }

    /**
     * PostgreSQL refuses values for what they are (class 22), or for their size (class 54): the next answer like it
     * would be refused too.
     */
    private static boolean cannotBeStored(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null && (state.startsWith("22") || state.startsWith("54"))) {
                return true;
            }
        }
        return false;
    }

    private static Failure failure(Claim claim, Exception exception) {
        if (exception instanceof Failure failure) {
            LOG.warn("{} failed (attempt {}): {}", claim.key(), claim.attempts(), failure.getMessage());
            return failure;
        }
        if (DatabaseUnavailable.mayPass(exception)) {
            LOG.warn(
                    "{} failed (attempt {}), because the database failed: {}",
                    claim.key(),
                    claim.attempts(),
                    exception.getMessage());
            return new Failure(Reason.STORE_UNAVAILABLE, "The database does not answer");
        }
        if (claim.lane() != Lane.OWN && cannotBeStored(exception)) {
            LOG.warn("{} failed (attempt {}): the answer cannot be stored", claim.key(), claim.attempts());
            return new Failure(Reason.UPSTREAM_MALFORMED, "ChromeData answered what cannot be stored");
        }
        if (claim.lane() == Lane.PICTURE) {
            // Addresses are bound to the account, and messages of whatever fails on the way may have them.
            LOG.error(
                    "{} failed (attempt {}) with {}",
                    claim.key(),
                    claim.attempts(),
                    exception.getClass().getName());
            return new Failure(Reason.INTERNAL, "The look-up failed in this service");
        }
        LOG.error("{} failed (attempt {})", claim.key(), claim.attempts(), exception);
        return new Failure(Reason.INTERNAL, "The look-up failed in this service");
    }
}
