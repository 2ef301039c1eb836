package io.vinbridge.deadletters;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.deadletters.DeadLetter.Filter;
import io.vinbridge.deadletters.DeadLetter.Group;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dead letters of all rooms, as people read, mend, replay and discard them. The room that left a letter also knows how
 * to try again, and is told when a person says so.
 */
@Component
public class DeadLetters {

    private static final int AT_ONCE = 1_000;
    private static final String COLUMNS =
            "id, source, subject, reason, detail, body, encoding, attempts, correlation_id, received_at, died_at";
    private static final String MATCHING =
            "source = coalesce(:source, source) AND reason = coalesce(:reason, reason) AND (id = ANY (:ids) OR :allIds)";

    /** Counting must cost no more where a flow has left a million. */
    public static final int COUNTED = 10_000;

    private static final String GROUPS = """
            SELECT reason, source, count(*) AS letters, max(died_at) AS newest
            FROM (SELECT * FROM dead_letters ORDER BY id DESC LIMIT :most) AS newest_ones
            GROUP BY reason, source ORDER BY letters DESC, reason, source
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    public DeadLetters(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The newest first, older than {@code before} (an id; {@link Long#MAX_VALUE} for the newest). */
    public List<DeadLetter> list(Filter filter, long before, int most) {
        return matching(
                        "SELECT " + COLUMNS + " FROM dead_letters WHERE " + MATCHING
                                + " AND id < :before ORDER BY id DESC LIMIT :most",
                        filter,
                        most)
                .param("before", before)
                .query(DeadLetters::letter)
                .list();
    }

    /** The newest {@value #COUNTED} by reason and source, the most first: most have one cause. */
    public List<Group> groups() {
        return jdbc.sql(GROUPS)
                .param("most", COUNTED)
                .query((row, number) -> new Group(
                        Reason.valueOf(row.getString("reason")),
                        row.getString("source"),
                        row.getInt("letters"),
                        InstantColumn.of(row, "newest")))
                .list();
    }

    /**
     * One of them.
     *
     * @throws Failure if there is none of that number
     */
    public DeadLetter get(long id) {
        return one(id, jdbc.sql("SELECT " + COLUMNS + " FROM dead_letters WHERE id = :id"));
    }

    /**
     * Puts another body in the place of a letter's, which is then what is tried again.
     *
     * @throws Failure if there is none of that number
     */
    public DeadLetter edit(long id, String body) {
        return one(
                id,
                jdbc.sql("UPDATE dead_letters SET body = :body, encoding = NULL WHERE id = :id RETURNING " + COLUMNS)
                        .param("body", body));
    }

    /**
     * Takes one off the list and tells whoever left it to try again.
     *
     * @throws Failure if there is none of that number
     */
    @Transactional
    public void replay(long id) {
        events.publishEvent(new DeadLetter.Replayed(take(id)));
    }

    /**
     * Does that with the oldest 1,000 of those that match. Returns how many of them are tried again: not those of which
     * there was nothing left to try, nor those that failed at once and left a letter anew.
     */
    @Transactional
    public int replay(Filter filter) {
        List<DeadLetter> taken = take(filter);
        List<DeadLetter> tried = taken.stream().filter(this::tried).toList();
        return tried.size() - leftAnew(tried);
    }

    private boolean tried(DeadLetter letter) {
        DeadLetter.Replayed replayed = new DeadLetter.Replayed(letter);
        events.publishEvent(replayed);
        return replayed.tried().get();
    }

    private int leftAnew(List<DeadLetter> tried) {
        return jdbc.sql("""
                SELECT count(*) FROM dead_letters d
                JOIN unnest(:sources::text[], :subjects::text[]) AS tried (source, subject) USING (source, subject)
                """)
                .param("sources", ArrayColumn.TEXT.of(tried, DeadLetter::source))
                .param("subjects", ArrayColumn.TEXT.of(tried, DeadLetter::subject))
                .query(Integer.class)
                .single();
    }

    /**
     * Takes one off the list for good.
     *
     * @throws Failure if there is none of that number
     */
    public void discard(long id) {
        take(id);
    }

    /** Does that with the oldest 1,000 of those that match, and returns their number. */
    public int discard(Filter filter) {
        return take(filter).size();
    }

    private DeadLetter take(long id) {
        return one(id, jdbc.sql("DELETE FROM dead_letters WHERE id = :id RETURNING " + COLUMNS));
    }

    private List<DeadLetter> take(Filter filter) {
        return matching(
                        "DELETE FROM dead_letters WHERE id IN (SELECT id FROM dead_letters WHERE " + MATCHING
                                + " ORDER BY id LIMIT :most FOR UPDATE) RETURNING " + COLUMNS,
                        filter,
                        AT_ONCE)
                .query(DeadLetters::letter)
                .list();
    }

    private JdbcClient.StatementSpec matching(String statement, Filter filter, int most) {
        return jdbc.sql(statement)
                .param("source", filter.source())
                .param("reason", name(filter))
                .param("ids", ids(filter))
                .param("allIds", filter.ids() == null)
                .param("most", most);
    }

    private static String name(Filter filter) {
        return filter.reason() == null ? null : filter.reason().name();
    }

    private static Long[] ids(Filter filter) {
        return filter.ids() == null ? new Long[0] : filter.ids().toArray(Long[]::new);
    }

    private static DeadLetter one(long id, JdbcClient.StatementSpec statement) {
        return statement
                .param("id", id)
                .query(DeadLetters::letter)
                .optional()
                .orElseThrow(() -> new Failure(Reason.NOT_FOUND, "There is no dead letter " + id));
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("source"),
                row.getString("subject"),
                Reason.valueOf(row.getString("reason")),
                row.getString("detail"),
                row.getString("body"),
                row.getString("encoding"),
                row.getInt("attempts"),
                row.getString("correlation_id"),
                InstantColumn.of(row, "received_at"),
                InstantColumn.of(row, "died_at"));
    }
}
