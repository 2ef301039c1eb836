package io.vinbridge.api.stock;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.CsvCells;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.stock.dealers.Dealers;
import io.vinbridge.stock.store.StagedLine;
import io.vinbridge.stock.store.StagedLine.Outcome;
import io.vinbridge.stock.store.StagedLines;
import io.vinbridge.stock.store.StockFile;
import io.vinbridge.stock.store.StockFileState;
import io.vinbridge.stock.store.StockFiles;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Answers requests about stock files: reports, lines of them, and a person's yes or no. */
@Component
class StockFileHandler {

    private static final int USUAL_LIMIT = 50;
    private static final int PART = 500;
    private static final String LIST = "stock-files";
    private static final String LINES = "stock-lines";

    private final StockFiles files;
    private final StagedLines lines;
    private final Dealers dealers;
    private final PagedReplies lists;
    private final StockJson json;

    StockFileHandler(StockFiles files, StagedLines lines, Dealers dealers, PagedReplies lists, StockJson json) {
        this.files = files;
        this.lines = lines;
        this.dealers = dealers;
        this.lists = lists;
        this.json = json;
    }

    Reply list(@Variable("parameters") Parameters parameters) {
        return list(null, parameters);
    }

    Reply ofDealer(@Variable("parameters") Parameters parameters) {
        return list(dealers.get(parameters.text("dealer")).code(), parameters);
    }

    private Reply list(String dealer, Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        String state = parameters.text("state");
        long before = PageCursor.readNumber(LIST, parameters.text("cursor"), Long.MAX_VALUE);
        List<StockFile> found = files.list(
                dealer,
                state == null ? null : StockFileState.valueOf(state.toUpperCase(Locale.ROOT)),
                before,
                limit + 1);
        return lists.part(LIST, found, limit, StockFile::number, StockJson.Report::of);
    }

    Reply find(@Variable("parameters") Parameters parameters) {
        return json.ok(file(parameters));
    }

    Reply release(@Variable("parameters") Parameters parameters) {
        return json.ok(files.release(parameters.text("dealer"), id(parameters)));
    }

    Reply discard(@Variable("parameters") Parameters parameters) {
        return json.ok(files.discard(parameters.text("dealer"), id(parameters)));
    }

    Reply lines(@Variable("parameters") Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        long after = PageCursor.readNumber(LINES, parameters.text("cursor"), Long.MIN_VALUE);
        List<StagedLine> found = lines.list(file(parameters), outcome(parameters), after, limit + 1);
        return lists.part(LINES, found, limit, StagedLine::position, StockJson.Line::of);
    }

    /** All of them, made as they are sent. */
    Reply csv(@Variable("parameters") Parameters parameters) {
        StockFile file = file(parameters);
        Outcome outcome = outcome(parameters);
        return Reply.of(200, "text/csv; charset=utf-8", () -> new Rows(file, outcome))
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"stock-" + file.dealer() + "-" + file.number() + ".csv\"");
    }

    private StockFile file(Parameters parameters) {
        return files.get(parameters.text("dealer"), id(parameters));
    }

    private static Outcome outcome(Parameters parameters) {
        String outcome = parameters.text("outcome");
        return outcome == null ? null : Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
    }

    private static UUID id(Parameters parameters) {
        try {
            return UUID.fromString(parameters.text("id"));
        } catch (IllegalArgumentException e) {
            throw new Failure(Reason.NOT_FOUND, "There is no stock file " + parameters.text("id"));
        }
    }

    private final class Rows implements Iterator<ByteBuffer> {

        private final StockFile file;
        private final Outcome outcome;
        private long after = Long.MIN_VALUE;
        private boolean begun;
        private boolean over;

        Rows(StockFile file, Outcome outcome) {
            this.file = file;
            this.outcome = outcome;
        }

        @Override
        public boolean hasNext() {
            return !over;
        }

        @Override
        public ByteBuffer next() {
            List<StagedLine> part = lines.list(file, outcome, after, PART);
            StringBuilder text = new StringBuilder();
            if (!begun) {
                text.append(CsvCells.line("line", "vin", "outcome", "message", "warnings", "stock", "price", "status"));
                begun = true;
            }
            for (StagedLine line : part) {
                text.append(CsvCells.line(
                        line.line(),
                        line.vin(),
                        line.outcome().word(),
                        line.message(),
                        String.join("; ", line.warnings()),
                        field(line, "stock"),
                        field(line, "price"),
                        field(line, "status")));
                after = line.position();
            }
            over = part.size() < PART;
            return ByteBuffer.wrap(text.toString().getBytes(UTF_8));
        }

        private static String field(StagedLine line, String name) {
            return line.fields().containsKey(name) ? line.fields().get(name).asText(null) : null;
        }
    }
}
