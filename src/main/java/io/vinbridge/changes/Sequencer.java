package io.vinbridge.changes;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives committed changes their positions in the feed, one node at a time, and tells this node's readers when the feed
 * has grown, whoever made it grow.
 */
@Component
class Sequencer {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private volatile long known;

    Sequencer(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Numbers what is not numbered yet, round by round, while this node is the one that does. */
    void number() {
        Round round;
        do {
            round = jdbc.sql("SELECT numbered, head FROM number_changes(:most)")
                    .param("most", MOST)
                    .query((row, number) -> new Round(row.getInt("numbered"), row.getLong("head")))
                    .single();
            tell(round.head());
        } while (round.numbered() == MOST);
    }

    private void tell(long head) {
        if (head != known) {
            known = head;
            events.publishEvent(new FeedAdvanced(head));
        }
    }

    private record Round(int numbered, long head) {}
}
