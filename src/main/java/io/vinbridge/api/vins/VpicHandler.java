package io.vinbridge.api.vins;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.JsonReplies;
import io.vinbridge.chromedata.Account;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vpic.dump.ImportProgress;
import io.vinbridge.vpic.edition.Edition;
import io.vinbridge.vpic.edition.Editions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/**
 * Reads requests about the editions of NHTSA's data, and answers them. A publication is received whole, into a file,
 * before it is read.
 */
@Component
class VpicHandler {

    private static final String SENT = "sent to the API";

    private final Editions editions;
    private final Account account;
    private final JsonReplies replies;

    VpicHandler(Editions editions, Account account, JsonReplies replies) {
        this.editions = editions;
        this.account = account;
        this.replies = replies;
    }

    Reply find() {
        Editions.Standing standing = editions.standing();
        return reply(standing.inUse(), standing.previous());
    }

    Reply load(@Body RequestBody body, @Variable("parameters") Parameters parameters) {
        if (body == null) {
            throw new Failure(
                    Reason.INVALID_REQUEST, "Send NHTSA's file, vPICList_lite_YYYY_MM.plain.zip, as the body");
        }
        try (InputStream file = body.stream()) {
            editions.load(file, SENT, parameters.flag("smaller"), ImportProgress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException("a publication of NHTSA broke off", e);
        }
        return find();
    }

    Reply rollBack() {
        editions.rollBack();
        return find();
    }

    private Reply reply(Edition inUse, Edition previous) {
        Standing standing = Standing.of(inUse, Standing.of(previous, null))
                .with(chromeData(), editions.importing().orElse(null));
        return replies.ok(standing);
    }

    /** Who is asked beside NHTSA's data: nobody, a sandbox on this machine, or ChromeData. */
    private String chromeData() {
        if (!account.asks()) {
            return "none";
        }
        String host = account.describeUrl().getHost();
        return host != null && (host.equals("localhost") || host.startsWith("127.")) ? "sandbox" : "asked";
    }

    /** An edition as the contract has it; without a name there is none. */
    record Standing(
            String edition,
            @JsonInclude(JsonInclude.Include.NON_NULL) String source,
            @JsonInclude(JsonInclude.Include.NON_NULL) String sha256,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant importedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant newestChange,
            @JsonInclude(JsonInclude.Include.NON_NULL) Rows rows,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double share,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean partial,
            @JsonInclude(JsonInclude.Include.NON_NULL) Standing previous,
            @JsonInclude(JsonInclude.Include.NON_NULL) String chromeData,
            @JsonInclude(JsonInclude.Include.NON_NULL) String importing) {

        Standing with(String chromeData, String importing) {
            return new Standing(
                    edition,
                    source,
                    sha256,
                    importedAt,
                    newestChange,
                    rows,
                    share,
                    partial,
                    previous,
                    chromeData,
                    importing);
        }

        static Standing of(Edition of, Standing previous) {
            if (of == null) {
                return previous == null
                        ? new Standing(null, null, null, null, null, null, null, null, null, null, null)
                        : previous;
            }
            return new Standing(
                    of.name(),
                    of.source(),
                    of.sha256(),
                    of.importedAt(),
                    of.newest(),
                    new Rows(of.patterns(), of.schemas(), of.codes()),
                    of.share(),
                    of.partial(),
                    previous == null || previous.edition() == null ? null : previous,
                    null,
                    null);
        }
    }

    /** Numbers of rows of an edition. */
    record Rows(long patterns, int schemas, int manufacturerCodes) {}
}
