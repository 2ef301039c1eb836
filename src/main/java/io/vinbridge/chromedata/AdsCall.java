package io.vinbridge.chromedata;

import io.vinbridge.chromedata.UpstreamRefused.About;
import io.vinbridge.chromedata.ads.AdsEnvelope;
import io.vinbridge.chromedata.ads.AdsEnvelope.AccountInfo;
import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.chromedata.ads.AdsReader;
import io.vinbridge.chromedata.ads.AdsReply;
import io.vinbridge.chromedata.ads.UnreadableAnswer;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** One call of ADS: what is sent, what its answer means, and what a failure on the wire means. */
@Component
class AdsCall {

    private static final String SERVICE = "ADS";

    /** The one status code that says the service failed, rather than that it has nothing. */
    private static final String SERVICE_FAILED = "Unexpected";

    private final ChromeDataSettings settings;
    private final HttpStatuses statuses;
    private final RefusalClassifier refusals;
    private final AdsEnvelope envelope;
    private final AdsReader reader;

    AdsCall(Account account, ChromeDataSettings settings, HttpStatuses statuses, RefusalClassifier refusals) {
        String namespace = "urn:description" + account.version() + ".services.chrome.com";
        this.settings = settings;
        this.statuses = statuses;
        this.refusals = refusals;
        this.reader = new AdsReader(namespace);
        this.envelope = new AdsEnvelope(
                namespace,
                new AccountInfo(
                        account.accountNumber(), account.accountSecret(), account.country(), account.language()),
                settings.switches());
    }

    InputStream write(AdsOperation question) {
        return new ByteArrayInputStream(envelope.write(question));
    }

    /** Reads and closes the answer. Faults come with 500, and so do bodies that are none. */
    Answer<?> read(
            @Header(Exchange.HTTP_RESPONSE_CODE) int status,
            @Header("Retry-After") String retryAfter,
            @Variable("question") AdsOperation question,
            @Body InputStream wire) {
        try (wire) {
            if (status != 200 && status != 500) {
                throw statuses.failure(SERVICE, status, RetryAfter.read(retryAfter));
            }
            BoundedAnswerStream received = BoundedAnswerStream.of(wire, settings);
            return answer(reader.read(question, received), received);
        } catch (UnreadableAnswer e) {
            throw status == 200 ? failure(e) : statuses.failure(SERVICE, status, RetryAfter.read(retryAfter));
        } catch (IOException e) {
            throw WireFailures.interrupted(e);
        }
    }

    void explain(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failed) {
        throw WireFailures.interrupted(failed);
    }

    private Answer<?> answer(AdsReply reply, BoundedAnswerStream received) {
        if (reply instanceof AdsReply.Data data) {
            return new Answer.Given<>(data.payload(), data.warnings(), received.packed());
        }
        if (reply instanceof AdsReply.Declined declined) {
            if (SERVICE_FAILED.equals(declined.code())) {
                throw WireFailures.unavailable("ADS failed: " + refusals.shown(declined.text()));
            }
            return new Answer.NotCarried<>(declined.code(), refusals.shown(declined.text()));
        }
        AdsReply.Fault fault = (AdsReply.Fault) reply;
        if (fault.ofForm()) {
            throw new Failure(
                    Reason.UPSTREAM_MALFORMED, "ADS could not read what was asked: " + refusals.shown(fault.text()));
        }
        throw refusals.refused(fault.text(), About.OTHER);
    }

    private static Failure failure(UnreadableAnswer unreadable) {
        IOException connection = unreadable.connectionFailure();
        if (connection == null) {
            return new Failure(
                    Reason.UPSTREAM_MALFORMED, "ADS answered what cannot be read: " + unreadable.getMessage());
        }
        if (connection instanceof CharConversionException || connection instanceof BoundedAnswerStream.TooMuch) {
            return new Failure(
                    Reason.UPSTREAM_MALFORMED, "ADS answered what cannot be read: " + connection.getMessage());
        }
        return WireFailures.interrupted(connection);
    }
}
