package io.vinbridge.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import io.vinbridge.stock.files.StockTrial;
import io.vinbridge.stock.files.SuggestedProfile;
import io.vinbridge.stock.lines.StockLine;
import io.vinbridge.stock.store.StagedLine;
import io.vinbridge.stock.store.StockCounts;
import io.vinbridge.stock.store.StockFile;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stock files, their reports and their lines as the contract has them. */
@Component
class StockJson {

    private final ObjectMapper mapper;

    StockJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Reply accepted(String dealer, UUID id) {
        return new Reply(202, Reply.JSON, List.of(), content(new Accepted(id, dealer, "received")))
                .with("Location", "/api/v1/stock/" + dealer + "/files/" + id);
    }

    Reply ok(StockFile file) {
        return Reply.ok(content(Report.of(file)));
    }

    Reply trial(StockTrial.Found found) {
        return Reply.ok(content(new Trial(
                found.columns(),
                found.profile(),
                found.lines().stream().map(Tried::of).toList(),
                found.suggested())));
    }

    private Content content(Object shown) {
        try {
            return Content.of(mapper.writeValueAsBytes(shown));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stock file cannot be written", e);
        }
    }

    record Accepted(UUID id, String dealer, String state) {}

    /** A file and its report. */
    record Report(
            UUID id,
            String dealer,
            String mode,
            String state,
            String reason,
            String detail,
            String sha256,
            long bytes,
            Instant at,
            Instant receivedAt,
            Instant finishedAt,
            Counts counts,
            List<StockFile.Column> columns) {

        static Report of(StockFile file) {
            return new Report(
                    file.id(),
                    file.dealer(),
                    file.whole() ? "whole" : "part",
                    file.state().word(),
                    file.reason(),
                    file.detail(),
                    file.sha256(),
                    file.bytes(),
                    file.saidAt(),
                    file.receivedAt(),
                    file.finishedAt(),
                    Counts.of(file.counts()),
                    file.columns());
        }
    }

    /** Numbers of lines; {@code new} is a word of Java. */
    record Counts(
            long rows,
            long taken,
            long unchanged,

            @com.fasterxml.jackson.annotation.JsonProperty("new")
            long fresh,

            long changed,
            long gone,
            long missing,
            long refused,
            long repeated,
            long warnings,
            long before) {

        static Counts of(StockCounts counts) {
            return new Counts(
                    counts.rows(),
                    counts.taken(),
                    counts.unchanged(),
                    counts.fresh(),
                    counts.changed(),
                    counts.gone(),
                    counts.missing(),
                    counts.refused(),
                    counts.repeated(),
                    counts.warnings(),
                    counts.before());
        }
    }

    /** A line of a report: what it says otherwise, and what was said before. */
    record Line(
            Long line,
            String vin,
            String outcome,
            String message,
            List<String> warnings,
            SortedMap<String, JsonNode> fields) {

        static Line of(StagedLine line) {
            return new Line(
                    line.line(), line.vin(), line.outcome().word(), line.message(), line.warnings(), line.fields());
        }
    }

    /** A file that was looked at, and not taken. */
    record Trial(List<StockFile.Column> columns, String profile, List<Tried> lines, SuggestedProfile suggested) {}

    record Tried(
            long line,
            String vin,
            @JsonInclude(JsonInclude.Include.NON_NULL) SortedMap<String, JsonNode> fields,
            List<String> warnings,
            String refusal) {

        static Tried of(StockLine line) {
            if (line.refused()) {
                return new Tried(line.number(), null, null, List.of(), line.refusal());
            }
            StockLine.Content said = line.content().get();
            return new Tried(line.number(), line.vin().value(), said.fields(), said.warnings(), null);
        }
    }
}
