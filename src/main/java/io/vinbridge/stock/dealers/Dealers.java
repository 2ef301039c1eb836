package io.vinbridge.stock.dealers;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.offers.DealerCurrencies;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Store of dealers. */
@Component
public class Dealers implements DealerCurrencies {

    private static final String SELECT = "SELECT code, details::text AS details, changed_at FROM dealers ";

    /** What stays as it is keeps its time, so that a list that is put again every night makes no feed new. */
    private static final String PUT = """
            INSERT INTO dealers (code, details) VALUES (:code, :details::jsonb)
            ON CONFLICT (code) DO UPDATE SET details = excluded.details, version = dealers.version + 1, changed_at = now()
            WHERE dealers.details <> excluded.details
            """;

    private static final String CURRENCIES = """
            SELECT code, details ->> 'currency' AS currency FROM dealers
            WHERE code = ANY (:codes) AND details ->> 'currency' IS NOT NULL
            """;

    private final JdbcClient jdbc;

    Dealers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds dealers, or replaces those of the same codes: all of them or, where one cannot be, none.
     *
     * @throws Failure if something of one cannot be; it names the member
     */
    @Transactional
    public void put(Collection<Dealer> dealers) {
        for (Dealer dealer : dealers) {
            DealerRules.check(dealer);
            jdbc.sql(PUT)
                    .param("code", dealer.code())
                    .param("details", CanonicalJson.text(dealer.as(null, null)))
                    .update();
        }
    }

    /** The dealer of a code. */
    public Optional<Dealer> find(String code) {
        return jdbc.sql(SELECT + "WHERE code = :code")
                .param("code", code)
                .query(Dealers::dealer)
                .optional();
    }

    /**
     * The dealer of a code.
     *
     * @throws Failure if there is none
     */
    public Dealer get(String code) {
        return find(code)
                .orElseThrow(() -> new Failure(
                        Reason.NOT_FOUND,
                        "There is no dealer " + code + "; PUT /api/v1/dealers/" + code + " makes one"));
    }

    @Override
    public Map<String, String> of(Collection<String> dealers) {
        Map<String, String> currencies = new HashMap<>();
        jdbc.sql(CURRENCIES).param("codes", dealers.toArray(String[]::new)).query(row -> {
            currencies.put(row.getString("code"), row.getString("currency"));
        });
        return currencies;
    }

    /** Some of them by their codes, from the one after {@code after} on. */
    public List<Dealer> list(String after, int limit) {
        return jdbc.sql(SELECT + "WHERE code > :after ORDER BY code LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query(Dealers::dealer)
                .list();
    }

    private static Dealer dealer(ResultSet row, int number) throws SQLException {
        byte[] details = row.getString("details").getBytes(StandardCharsets.UTF_8);
        return CanonicalJson.read(details, Dealer.class)
                .as(
                        row.getString("code"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
