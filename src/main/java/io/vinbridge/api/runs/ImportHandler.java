package io.vinbridge.api.runs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.CsvList;
import io.vinbridge.api.representation.FileSignature;
import io.vinbridge.api.representation.NdjsonList;
import io.vinbridge.events.formats.messages.MessageParser;
import io.vinbridge.events.formats.messages.TextEncoding;
import io.vinbridge.events.intake.ImportedFields;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.runs.Run;
import io.vinbridge.refresh.runs.RunStarter;
import io.vinbridge.refresh.runs.RunStarter.ImportedList;
import io.vinbridge.refresh.runs.RunStarter.Line;
import io.vinbridge.tracing.Correlation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Reads lists of vehicles. A list is received whole, into a file, before the first line is stored: a caller who sends
 * slowly holds neither a thread nor a connection of the database.
 */
@Component
class ImportHandler {

    private static final int HEAD = 64;

    private final RunStarter refreshes;
    private final ImportedFields fields;
    private final RunJson json;

    ImportHandler(RunStarter refreshes, ImportedFields fields, RunJson json) {
        this.refreshes = refreshes;
        this.fields = fields;
        this.json = json;
    }

    Reply begin(@Body RequestBody body, @Variable("request") HttpRequest request) {
        if (body == null) {
            throw new Failure(Reason.INVALID_REQUEST, "The list holds no vehicle");
        }
        Charset declared = body.charset() == null ? null : TextEncoding.charset(body.charset());
        try {
            check(body);
            return begin(body, declared, request.idempotencyKey());
        } catch (IOException e) {
            throw new UncheckedIOException("a list of vehicles cannot be read", e);
        }
    }

    private static void check(RequestBody body) throws IOException {
        try (InputStream in = body.stream()) {
            FileSignature.check(in.readNBytes(HEAD));
        }
    }

    /** Where nobody says what it is written in, and it is no UTF-8, it is what Windows wrote before. */
    private Reply begin(RequestBody body, Charset declared, String idempotencyKey) throws IOException {
        try {
            return take(body, declared == null ? UTF_8 : declared, idempotencyKey);
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e;
            }
            if (declared != null) {
                throw new Failure(Reason.INVALID_REQUEST, "The list is no text in " + declared);
            }
            return take(body, Charset.forName("windows-1252"), idempotencyKey);
        }
    }

    /**
     * The run first, which takes the list whole or not at all; then what it says of the vehicles. A repeat does what
     * was not done to its end, and no more: it would bring back what was deleted meanwhile.
     */
    private Reply take(RequestBody body, Charset charset, String idempotencyKey) throws IOException {
        String hash = hash(body);
        Run run;
        try (Reader text = TextEncoding.reader(body.stream(), charset)) {
            run = refreshes.begin(list(text, body.type()), hash, idempotencyKey, Correlation.id());
        }
        if (refreshes.fieldsKept(run)) {
            return json.accepted(run);
        }
        try (Reader text = TextEncoding.reader(body.stream(), charset)) {
            ImportedList list = list(text, body.type());
            for (List<Line> part = list.next(); !part.isEmpty(); part = list.next()) {
                refreshes.warn(run, fields.keep(part, run.createdAt(), hash, Correlation.id()));
            }
        }
        return json.accepted(refreshes.noteFieldsKept(run));
    }

    private static String hash(RequestBody body) throws IOException {
        try (InputStream in = body.stream()) {
            return DigestUtils.md5DigestAsHex(in);
        }
    }

    private ImportedList list(Reader text, String type) {
        return switch (type) {
            case "text/csv", "text/plain" -> new CsvList(text);
            case "application/x-ndjson", "application/ndjson", "application/jsonl" ->
                new NdjsonList(new BufferedReader(text), MessageParser.JSON);
            default ->
                throw new Failure(
                        Reason.INVALID_REQUEST, "Send the list as text/csv or application/x-ndjson, and say so");
        };
    }
}
