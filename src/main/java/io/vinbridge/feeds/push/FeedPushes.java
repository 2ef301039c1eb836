package io.vinbridge.feeds.push;

import io.vinbridge.database.InstantColumn;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.feeds.FeedSettings;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Record of what was pushed to platforms, by which one that is too short is held until a person says yes. */
@Component
public class FeedPushes {

    private static final String HOLD = """
            UPDATE feed_pushes SET held_at = now(), held_rows = :rows
            WHERE name = :name AND dealer = :dealer AND form = :form AND :rows < rows * (1 - :share)
                AND (released_rows IS NULL OR :rows < released_rows)
            """;

    private static final String NOTE = """
            INSERT INTO feed_pushes (name, dealer, form, pushed_at, rows) VALUES (:name, :dealer, :form, now(), :rows)
            ON CONFLICT (name, dealer, form) DO UPDATE SET pushed_at = now(), rows = excluded.rows, held_at = NULL,
                held_rows = NULL, released_rows = NULL
            """;

    private static final String RELEASE = """
            UPDATE feed_pushes SET released_rows = held_rows, held_at = NULL, held_rows = NULL
            WHERE name = :name AND held_at IS NOT NULL
            """;

    private final JdbcClient jdbc;
    private final FeedSettings settings;

    FeedPushes(JdbcClient jdbc, FeedSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Push of a feed in a form.
     *
     * @param dealer whose offers alone; null for those of all
     * @param at when it was last pushed
     * @param rows how many it had
     * @param heldAt when a shorter one was held; null where none is
     * @param heldRows how many that had
     */
    public record Push(String dealer, String form, Instant at, long rows, Instant heldAt, Long heldRows) {}

    /** Those of a feed. */
    public List<Push> of(String name) {
        return jdbc.sql("""
                SELECT nullif(dealer, '') AS dealer, form, pushed_at, rows, held_at, held_rows FROM feed_pushes
                WHERE name = :name ORDER BY dealer, form
                """)
                .param("name", name)
                .query((row, number) -> new Push(
                        row.getString("dealer"),
                        row.getString("form"),
                        InstantColumn.of(row, "pushed_at"),
                        row.getLong("rows"),
                        InstantColumn.of(row, "held_at"),
                        row.getObject("held_rows", Long.class)))
                .list();
    }

    /**
     * Says yes to those of a feed that are held: as many rows, or more, go out with the next push.
     *
     * @throws Failure if none is held
     */
    @Transactional
    public void release(String name) {
        if (jdbc.sql(RELEASE).param("name", name).update() == 0) {
            throw new Failure(Reason.CONFLICT, "No push of the feed " + name + " is held");
        }
    }

    /** Whether it is too short to go out without a yes; that it is held is noted. */
    boolean holds(FeedPush push) {
        return jdbc.sql(HOLD)
                        .param("name", push.name())
                        .param("dealer", push.dealer())
                        .param("form", push.form())
                        .param("rows", push.rows())
                        .param("share", settings.shorter())
                        .update()
                > 0;
    }

    void note(FeedPush push) {
        jdbc.sql(NOTE)
                .param("name", push.name())
                .param("dealer", push.dealer())
                .param("form", push.form())
                .param("rows", push.rows())
                .update();
    }
}
