package io.vinbridge.api.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.api.http.Problem;
import io.vinbridge.api.http.Problems;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.JsonReplies;
import io.vinbridge.events.EventWarning;
import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.formats.ParsedEvent.Unclear;
import io.vinbridge.events.formats.ParsedEvent.Understood;
import io.vinbridge.events.formats.messages.MessageBatch;
import io.vinbridge.events.formats.messages.TextEncoding;
import io.vinbridge.events.intake.IntakeCounts;
import io.vinbridge.events.intake.Receipt;
import io.vinbridge.events.intake.Receipt.Outcome;
import io.vinbridge.events.processing.ProcessedCounts;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Json;
import io.vinbridge.failures.Reason;
import io.vinbridge.tracing.Correlation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** Reads events that are posted, and answers what became of them. */
@Component
class EventHandler {

    private final Problems problems;
    private final IntakeCounts counts;
    private final ProcessedCounts acted;
    private final JsonReplies replies;
    private final Json json;

    EventHandler(Problems problems, IntakeCounts counts, ProcessedCounts acted, JsonReplies replies, Json json) {
        this.problems = problems;
        this.counts = counts;
        this.acted = acted;
        this.replies = replies;
        this.json = json;
    }

    MessageBatch read(@Body RequestBody body) {
        if (body == null) {
            throw new Failure(Reason.INVALID_REQUEST, "The body holds no event");
        }
        byte[] bytes = TextEncoding.utf8(body.bytes(), body.charset());
        byte[] event = BinaryCloudEvent.structured(body, bytes, json);
        if (event != null) {
            return new MessageBatch(IntakeChannel.HTTP, List.of(event), Correlation.id());
        }
        boolean lines =
                switch (body.type()) {
                    case "application/x-ndjson", "application/ndjson", "application/jsonl" -> true;
                    default -> false;
                };
        return new MessageBatch(IntakeChannel.HTTP, lines ? lines(bytes) : List.of(bytes), Correlation.id());
    }

    /** Answers with the result of each; a request with one event that is not understood fails as a whole. */
    Reply reply(@Body List<Receipt> receipts) {
        if (receipts.size() == 1 && receipts.get(0).reading() instanceof Unclear unclear) {
            return problems.reply(unclear.failure());
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("received", receipts.size());
        for (Outcome outcome : Outcome.values()) {
            answer.put(
                    word(outcome),
                    receipts.stream().filter(one -> one.outcome() == outcome).count());
        }
        answer.put("results", receipts.stream().map(this::result).toList());
        return replies.reply(202, answer);
    }

    Reply summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        counts.all().forEach((channel, count) -> summary.put(channel.word(), count));
        summary.put("acting", acted.all());
        return replies.ok(summary);
    }

    private Result result(Receipt receipt) {
        Problem problem = receipt.reading() instanceof Unclear unclear ? problems.problem(unclear.failure()) : null;
        List<EventWarning> warnings = receipt.reading() instanceof Understood understood
                        && !understood.event().warnings().isEmpty()
                ? understood.event().warnings()
                : null;
        return new Result(word(receipt.outcome()), receipt.reading().key(), problem, warnings);
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int to = 0; to <= bytes.length; to++) {
            if (to == bytes.length || bytes[to] == '\n') {
                byte[] line = java.util.Arrays.copyOfRange(bytes, from, to);
                if (!new String(line, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
                    lines.add(line);
                }
                from = to + 1;
            }
        }
        if (lines.isEmpty()) {
            throw new Failure(Reason.INVALID_REQUEST, "The body holds no event");
        }
        return lines;
    }

    /** Outcome of one posted event, as the contract has it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(String status, String key, Problem problem, List<EventWarning> warnings) {}
}
