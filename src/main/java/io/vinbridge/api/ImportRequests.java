package io.vinbridge.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.RequestBody;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.runs.Refreshes;
import io.vinbridge.refresh.runs.Refreshes.ImportedList;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Reads lists of vehicles as they come in. */
@Component
class ImportRequests {

    private final Refreshes refreshes;
    private final RunJson json;
    private final ObjectMapper mapper;

    ImportRequests(Refreshes refreshes, RunJson json, ObjectMapper mapper) {
        this.refreshes = refreshes;
        this.json = json;
        this.mapper = mapper;
    }

    Reply begin(@Body RequestBody body, @Variable("request") HttpRequest request) {
        if (body == null) {
            throw new Failure(Reason.INVALID_REQUEST, "The list holds no vehicle");
        }
        return json.accepted(refreshes.begin(list(body), request.idempotencyKey(), MDC.get("correlationId")));
    }

    private ImportedList list(RequestBody body) {
        BufferedReader text = new BufferedReader(new InputStreamReader(body.stream(), StandardCharsets.UTF_8), 1 << 16);
        return switch (body.type()) {
            case "text/csv", "text/plain" -> new CsvList(text);
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> new NdjsonList(text, mapper);
            default ->
                throw new Failure(
                        Reason.INVALID_REQUEST, "Send the list as text/csv or application/x-ndjson, and say so");
        };
    }
}
