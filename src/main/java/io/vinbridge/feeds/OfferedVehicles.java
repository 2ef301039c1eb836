package io.vinbridge.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.dealers.Dealers;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.OfferStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers with all that a mapping needs to make rows of them, in the order of their VINs. */
@Component
class OfferedVehicles {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int DEALERS = 1_000;

    /** What is sold is not offered, though whoever said so did not say that the dealer has it no more. */
    private static final String OFFERED =
            "(o.tracked AND coalesce(replace(lower(btrim(o.status)), '_', ' ') <> ALL (:gone), true))";

    private static final String NEXT = """
            SELECT o.vin, o.dealer, o.fields::text AS fields, %1$s AS offered, o.since, o.last_seen, v.model_year, v.make, v.model, v.trim,
                v.body_type, v.drivetrain, v.style_id, v.changed_at
            FROM offers o JOIN vehicles v ON v.vin = o.vin
            WHERE (o.vin, o.dealer) > (:vin, :after) AND (:dealer::text IS NULL OR o.dealer = :dealer) AND %2$s
            """;

    /**
     * Of a vehicle that was deleted nothing is left but that; whose it was, nobody knows any more. It comes before the
     * offers of those who have it by now.
     */
    private static final String DELETED = """
            UNION ALL
            SELECT c.vin, coalesce(:dealer::text, '') COLLATE "C", '{"status": "removed"}', false, max(c.at), max(c.at), NULL, NULL, NULL, NULL,
                NULL, NULL, NULL, max(c.at)
            FROM changes c
            WHERE c.position > :since AND c.kind = 'vehicle.removed' AND (c.vin, coalesce(:dealer::text, '') COLLATE "C") > (:vin, :after)
                AND NOT EXISTS (SELECT FROM offers o WHERE o.vin = c.vin AND o.dealer = :dealer)
            GROUP BY c.vin
            """;

    private static final String ORDER = "ORDER BY vin, dealer LIMIT :limit";

    private static final String WHOLE = NEXT.formatted(OFFERED, OFFERED + " AND :since::bigint IS NULL") + ORDER;

    /**
     * What a dealer's own data say of all his offers changes with them; no transaction of those is open for a second.
     */
    private static final String OF_CHANGED_DEALER = """
            o.dealer IN (SELECT code FROM dealers
                WHERE changed_at > (SELECT at FROM changes WHERE position = :since))
            """;

    private static final String CHANGED = NEXT.formatted(
                    OFFERED,
                    "(o.vin IN (SELECT vin FROM changes WHERE position > :since) OR (" + OFFERED + " AND "
                            + OF_CHANGED_DEALER + "))")
            + DELETED
            + ORDER;

    private final JdbcClient jdbc;
    private final Dealers dealers;
    private final ObjectMapper json;

    OfferedVehicles(JdbcClient jdbc, Dealers dealers, ObjectMapper json) {
        this.jdbc = jdbc;
        this.dealers = dealers;
        this.json = json;
    }

    /** All dealers, by their codes. */
    Map<String, Dealer> dealers() {
        Map<String, Dealer> all = new HashMap<>();
        String after = "";
        for (List<Dealer> part = dealers.list(after, DEALERS); !part.isEmpty(); part = dealers.list(after, DEALERS)) {
            part.forEach(dealer -> all.put(dealer.code(), dealer));
            after = part.get(part.size() - 1).code();
        }
        return all;
    }

    /**
     * Some of them, from the one after a vehicle and dealer on; asked with a cursor, those that are offered no more, or
     * were deleted, as well.
     */
    List<OfferedVehicle> next(FeedQuery query, String vin, String after, int limit, Map<String, Dealer> known) {
        return jdbc.sql(query.since() == null ? WHOLE : CHANGED)
                .param("vin", vin)
                .param("after", after)
                .param("dealer", query.dealer())
                .param("gone", OfferStatus.goneWords().toArray(String[]::new))
                .param("since", query.since())
                .param("limit", limit)
                .query((row, number) -> offered(row, known))
                .list();
    }

    private OfferedVehicle offered(ResultSet row, Map<String, Dealer> known) throws SQLException {
        String vin = row.getString("vin");
        Dealer dealer = known.get(row.getString("dealer"));
        ObjectNode input = json.createObjectNode().put("vin", vin);
        input.putObject("vehicle")
                .put("year", (Integer) row.getObject("model_year"))
                .put("make", row.getString("make"))
                .put("model", row.getString("model"))
                .put("trim", row.getString("trim"))
                .put("bodyType", row.getString("body_type"))
                .put("drivetrain", row.getString("drivetrain"))
                .put("styleId", (Integer) row.getObject("style_id"));
        ObjectNode offer = input.putObject("offer");
        if (dealer != null && dealer.defaults() != null) {
            offer.setAll(dealer.defaults());
        }
        CanonicalJson.readMembers(row.getString("fields"), JsonNode.class).forEach(offer::set);
        if (!row.getBoolean("offered")) {
            offer.put("status", OfferStatus.whyGone(offer.get("status")));
        }
        Instant since = row.getTimestamp("since").toInstant();
        offer.put("dealer", row.getString("dealer"))
                .put("tracked", row.getBoolean("offered"))
                .put("since", since.toString())
                .put("sinceDay", day(offer.path("dateInStock"), since, dealer))
                .put("changedAt", row.getTimestamp("changed_at").toInstant().toString());
        input.set("dealer", dealer == null ? json.nullNode() : json.valueToTree(dealer));
        input.put("link", link(vin, dealer, offer));
        input.set("photos", offer.path("photos").isArray() ? offer.get("photos") : json.createArrayNode());
        return new OfferedVehicle(vin, row.getString("dealer"), input);
    }

    /** As the dealer's file says it; else by the clock of his place. */
    private static String day(JsonNode said, Instant since, Dealer dealer) {
        if (DAY.matcher(said.asText("")).matches()) {
            return said.asText();
        }
        return since.atZone(dealer == null ? ZoneOffset.UTC : dealer.zone())
                .toLocalDate()
                .toString();
    }

    /** As the dealer's file says it; else by the dealer's template; null where neither says. */
    private static String link(String vin, Dealer dealer, ObjectNode offer) {
        String own = offer.path("link").asText("");
        if (own.matches("https?://.+")) {
            return own;
        }
        return dealer == null ? null : dealer.link(vin, offer.path("stock").asText(""));
    }
}
