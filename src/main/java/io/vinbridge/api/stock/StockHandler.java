package io.vinbridge.api.stock;

import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.events.formats.messages.TextEncoding;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.dealers.Dealers;
import io.vinbridge.stock.files.StockIntake;
import io.vinbridge.stock.files.StockIntake.Sent;
import io.vinbridge.stock.files.StockTrial;
import io.vinbridge.tracing.Correlation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Receives stock files. */
@Component
class StockHandler {

    private final Dealers dealers;
    private final StockIntake intake;
    private final StockTrial trial;
    private final StockJson json;

    StockHandler(Dealers dealers, StockIntake intake, StockTrial trial, StockJson json) {
        this.dealers = dealers;
        this.intake = intake;
        this.trial = trial;
        this.json = json;
    }

    Reply receive(
            @Body RequestBody body,
            @Variable("parameters") Parameters parameters,
            @Variable("request") HttpRequest request) {
        Dealer dealer = dealers.get(parameters.text("dealer"));
        if (body == null) {
            throw new Failure(Reason.INVALID_REQUEST, "The file is empty");
        }
        Charset charset = body.charset() == null ? null : TextEncoding.charset(body.charset());
        Path content = null;
        try {
            content = Files.createTempFile("vinbridge-sent", null);
            body.copyTo(content);
            if (parameters.flag("dryRun")) {
                return json.trial(trial.look(dealer, content, charset));
            }
            UUID id = intake.take(
                    dealer,
                    new Sent(
                            content,
                            "whole".equals(parameters.text("mode")),
                            parameters.flag("newEnding"),
                            parameters.flag("again"),
                            charset,
                            saidAt(body, parameters),
                            request.caller() == null ? null : request.caller().name(),
                            Correlation.id()));
            return json.accepted(dealer.code(), id);
        } catch (IOException e) {
            throw new UncheckedIOException("a stock file cannot be received", e);
        } finally {
            delete(content);
        }
    }

    /** A parameter says it, else the file's own time in the header Last-Modified (RFC 9110, 8.8.2). */
    private static Instant saidAt(RequestBody body, Parameters parameters) {
        Instant said = parameters.instant("at");
        String modified = body.headers("last-modified").get("");
        if (said != null || modified == null) {
            return said;
        }
        try {
            return ZonedDateTime.parse(modified, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new Failure(Reason.INVALID_REQUEST, "The header Last-Modified is no time of HTTP: " + modified);
        }
    }

    private static void delete(Path content) {
        try {
            if (content != null) {
                Files.deleteIfExists(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
