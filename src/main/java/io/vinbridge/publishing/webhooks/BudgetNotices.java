package io.vinbridge.publishing.webhooks;

import io.vinbridge.chromedata.ChromeDataSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices that a share of the day's budget of calls is spent, to the webhooks that name their kinds. Each is sent once
 * a day and webhook; where two nodes see it at once, twice with the same message id.
 */
@Component
class BudgetNotices {

    /** What the kinds begin with; the share in percent follows. */
    static final String KIND = "budget.spent-";

    private static final String TELL = """
            INSERT INTO webhook_deliveries (webhook_id, message_id, kind)
            SELECT w.id, 'budget-' || b.day || '-' || share, :kind || share
            FROM budget b CROSS JOIN unnest(ARRAY[50, 80, 100]) AS share
            JOIN webhooks w ON w.enabled AND :kind || share = ANY (w.kinds)
            WHERE b.day = (now() AT TIME ZONE 'UTC')::date AND b.spent * 100 >= :perDay * share AND :perDay > 0
                AND NOT EXISTS (SELECT FROM webhook_deliveries d
                    WHERE d.webhook_id = w.id AND d.message_id = 'budget-' || b.day || '-' || share)
            """;

    private final JdbcClient jdbc;
    private final ChromeDataSettings settings;

    BudgetNotices(JdbcClient jdbc, ChromeDataSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Stores the deliveries of those that are due. */
    void tell() {
        Long perDay = settings.callsPerDay();
        if (perDay != null) {
            jdbc.sql(TELL).param("kind", KIND).param("perDay", perDay).update();
        }
    }
}
