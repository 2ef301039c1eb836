package io.vinbridge.api.runs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.RequestBody;
import io.vinbridge.api.representation.CsvList;
import io.vinbridge.api.representation.NdjsonList;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.runs.RunStarter;
import io.vinbridge.refresh.runs.RunStarter.ImportedList;
import io.vinbridge.tracing.Correlation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Reads lists of vehicles. A list is received whole, into a file, before the first line is stored: a caller who sends slowly holds no
 * connection of the database.
 */
@Component
class ImportHandler {

    private final RunStarter refreshes;
    private final RunJson json;
    private final ObjectMapper mapper;

    ImportHandler(RunStarter refreshes, RunJson json, ObjectMapper mapper) {
        this.refreshes = refreshes;
        this.json = json;
        this.mapper = mapper;
    }

    Reply begin(@Body RequestBody body, @Variable("request") HttpRequest request) {
        if (body == null) {
            throw new Failure(Reason.INVALID_REQUEST, "The list holds no vehicle");
        }
        try {
            Path received = Files.createTempFile("vinbridge-import", null);
            try {
                Files.copy(body.stream(), received, StandardCopyOption.REPLACE_EXISTING);
                return begin(received, body.type(), request.idempotencyKey());
            } finally {
                Files.delete(received);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a list of vehicles broke off", e);
        }
    }

    private Reply begin(Path received, String type, String idempotencyKey) throws IOException {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(received), UTF_8))) {
            return json.accepted(refreshes.begin(list(text, type), hash(received), idempotencyKey, Correlation.id()));
        }
    }

    private static String hash(Path received) throws IOException {
        try (InputStream in = Files.newInputStream(received)) {
            return DigestUtils.md5DigestAsHex(in);
        }
    }

    private ImportedList list(BufferedReader text, String type) {
        return switch (type) {
            case "text/csv", "text/plain" -> new CsvList(text);
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> new NdjsonList(text, mapper);
            default ->
                throw new Failure(
                        Reason.INVALID_REQUEST, "Send the list as text/csv or application/x-ndjson, and say so");
        };
    }
}
