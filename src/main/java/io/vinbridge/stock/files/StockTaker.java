package io.vinbridge.stock.files;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vinbridge.events.EventSettings;
import io.vinbridge.refresh.background.EventRefreshes;
import io.vinbridge.refresh.background.EventRefreshes.Wish;
import io.vinbridge.stock.StockSettings;
import io.vinbridge.stock.store.OfferedStatuses;
import io.vinbridge.stock.store.StagedLine;
import io.vinbridge.stock.store.StagedLine.Outcome;
import io.vinbridge.stock.store.StagedLines;
import io.vinbridge.stock.store.StockFile;
import io.vinbridge.stock.store.StockFileState;
import io.vinbridge.stock.store.TakenLines;
import io.vinbridge.vehicles.EventTimestamp;
import io.vinbridge.vehicles.OfferStatement;
import io.vinbridge.vehicles.OfferStatus;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.offers.Offers;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Taker of staged files: some lines with all their effects in one transaction, which also notes them as done. So each
 * takes effect exactly once, wherever a node ends, and another one goes on from there.
 */
@Component
class StockTaker {

    private static final String COUNT = """
            UPDATE stock_files SET begun = 0,
                counts = jsonb_set(counts, '{taken}', to_jsonb((counts ->> 'taken')::bigint + :taken))
            WHERE number = :number
            """;

    private static final JsonNode AVAILABLE = TextNode.valueOf("available");
    private static final JsonNode REMOVED = TextNode.valueOf("removed");

    private final StockClaims claims;
    private final StagedLines staged;
    private final TakenLines lines;
    private final OfferedStatuses statuses;
    private final Offers offers;
    private final EventRefreshes looks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final StockSettings settings;
    private final EventSettings events;
    private final CamelContext context;

    StockTaker(
            StockClaims claims,
            StagedLines staged,
            TakenLines lines,
            OfferedStatuses statuses,
            Offers offers,
            EventRefreshes looks,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            StockSettings settings,
            EventSettings events,
            CamelContext context) {
        this.claims = claims;
        this.staged = staged;
        this.lines = lines;
        this.statuses = statuses;
        this.offers = offers;
        this.looks = looks;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.events = events;
        this.context = context;
    }

    /**
     * Takes the next lines; false where there were none left, and the file is taken, or the node stops: another one
     * goes on.
     */
    boolean take(@Variable("file") StockFile file) {
        if (context.isStopping()) {
            claims.handBack(file);
            return false;
        }
        List<StagedLine> due = staged.due(file, settings.batch());
        if (due.isEmpty()) {
            claims.settle(file, StockFileState.TAKEN, null, null);
            return false;
        }
        looks.register(due.stream().map(line -> new Vin(line.vin())).toList(), file.correlationId());
        transaction.executeWithoutResult(status -> {
            claims.hold(file);
            take(file, due);
        });
        return true;
    }

    /** Work is asked for before vehicles are touched, as by everybody who does both. */
    private void take(StockFile file, List<StagedLine> due) {
        if (settings.describe()) {
            looks.ask(
                    due.stream()
                            .filter(line -> line.outcome() == Outcome.NEW && line.tracked())
                            .map(line -> new Wish(new Vin(line.vin()), false, file.correlationId()))
                            .toList(),
                    events.lookAgainAfter());
        }
        Map<String, JsonNode> before = statuses.of(file.dealer(), due);
        IdentityHashMap<OfferStatement, StagedLine> lineOf = new IdentityHashMap<>();
        List<OfferStatement> statements = new ArrayList<>();
        for (StagedLine line : due) {
            if (line.outcome() != Outcome.MISSING) {
                OfferStatement statement = statement(file, line, before.get(line.vin()));
                statements.add(statement);
                lineOf.put(statement, line);
            }
        }
        Offers.Taken said = offers.take(statements);
        List<StagedLine> taken = new ArrayList<>(due);
        said.refused().forEach((statement, why) -> {
            taken.remove(lineOf.get(statement));
            staged.refuse(file, lineOf.get(statement), why.getMessage());
        });
        Set<String> outdone = said.outdone().stream()
                .map(statement -> statement.vin().value())
                .collect(toSet());
        lines.note(file, taken, outdone);
        staged.done(file, taken);
        jdbc.sql(COUNT)
                .param("number", file.number())
                .param("taken", taken.size())
                .update();
    }

    /** Of two files that speak as of the same time the later one counts, and of two lines of a file the later one. */
    private static String order(StockFile file, StagedLine line) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(file.number(), 8) + hex.toHexDigits(Math.abs(line.position()), 8);
    }

    private static OfferStatement statement(StockFile file, StagedLine line, JsonNode before) {
        SortedMap<String, JsonNode> fields = new TreeMap<>(line.fields());
        fields.put("dealer", TextNode.valueOf(file.dealer()));
        JsonNode status = status(file, line, before);
        if (status == null) {
            status = before;
        } else {
            fields.put("status", status);
        }
        return new OfferStatement(
                new Vin(line.vin()),
                file.dealer(),
                "stock/" + file.dealer(),
                new EventTimestamp(file.saidAt(), order(file, line)),
                fields,
                line.tracked() && !OfferStatus.gone(status),
                line.since(),
                file.correlationId(),
                line.warnings());
    }

    /**
     * The status of a vehicle by a line; null where it stays as it was. One without a column of it says that the dealer
     * has the vehicle, if not whether it is reserved; in a part, which may be of prices alone, it does not say so of
     * one that is sold.
     */
    private static JsonNode status(StockFile file, StagedLine line, JsonNode before) {
        JsonNode said = line.fields().get("status");
        if (line.outcome() == Outcome.GONE) {
            return REMOVED;
        }
        if (said != null) {
            return said.isNull() ? AVAILABLE : said;
        }
        boolean stays = OfferStatus.gone(before)
                ? !file.whole() && OfferStatus.whyGone(before).equals("sold")
                : before != null && !before.equals(AVAILABLE);
        return stays ? null : AVAILABLE;
    }
}
