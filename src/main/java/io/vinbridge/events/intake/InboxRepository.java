package io.vinbridge.events.intake;

import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.formats.ParsedEvent.Understood;
import io.vinbridge.events.formats.ParsedEvents;
import io.vinbridge.events.intake.Receipt.Outcome;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.springframework.stereotype.Component;

/**
 * Inbox as the repository of Camel's idempotent consumer. Adding a key stores the event, in one row and one
 * transaction, so that there is never a key without its event; a key is never taken back, and rows leave by retention
 * only.
 */
@Component("inboxRepository")
class InboxRepository extends ServiceSupport implements IdempotentRepository {

    private final Inbox inbox;

    InboxRepository(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Writes down the exchange's body; false where that is there already. */
    @Override
    public boolean add(Exchange exchange, String key) {
        Understood event = exchange.getMessage().getBody(Understood.class);
        ParsedEvents one = new ParsedEvents(IntakeChannel.ROUTE, List.of(event));
        return inbox.store(one).get(0).outcome() == Outcome.ACCEPTED;
    }

    @Override
    public boolean add(String key) {
        throw new UnsupportedOperationException("an event is written down with its key");
    }

    @Override
    public boolean contains(String key) {
        return inbox.has(key);
    }

    /** An event that failed after it was accepted is processed again, not accepted again. */
    @Override
    public boolean remove(String key) {
        return false;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("what was accepted is not forgotten at will");
    }

    @Override
    protected void doStart() {
        // The database is there.
    }

    @Override
    protected void doStop() {
        // Nothing is held.
    }
}
