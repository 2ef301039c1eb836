package io.vinbridge.chromedata.calls;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.ads.AdsEnvelope;
import io.vinbridge.chromedata.ads.AdsEnvelope.AccountInfo;
import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.chromedata.ads.AdsReader;
import io.vinbridge.chromedata.ads.AdsReply;
import io.vinbridge.chromedata.ads.UnreadableAnswer;
import io.vinbridge.chromedata.calls.wire.AnswerCharset;
import io.vinbridge.chromedata.calls.wire.AnswerLocale;
import io.vinbridge.chromedata.calls.wire.BoundedAnswerStream;
import io.vinbridge.chromedata.calls.wire.HttpStatuses;
import io.vinbridge.chromedata.calls.wire.RefusalClassifier;
import io.vinbridge.chromedata.calls.wire.RetryAfter;
import io.vinbridge.chromedata.calls.wire.WireFailures;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** One call of ADS: what is sent, what its answer means, and what a failure on the wire means. */
@Component
public class AdsCall {

    private static final String SERVICE = "ADS";

    /** The one status code that says the service failed, rather than that it has nothing. */
    private static final String SERVICE_FAILED = "Unexpected";

    private final ChromeDataSettings settings;
    private final HttpStatuses statuses;
    private final RefusalClassifier refusals;
    private final AdsEnvelope envelope;
    private final AdsReader reader;
    private final AdsFaults faults;
    private final AnswerLocale locale;

    public AdsCall(Account account, ChromeDataSettings settings, HttpStatuses statuses, RefusalClassifier refusals) {
        String namespace = "urn:description" + account.version() + ".services.chrome.com";
        this.settings = settings;
        this.statuses = statuses;
        this.refusals = refusals;
        this.faults = new AdsFaults(refusals, settings);
        this.locale = new AnswerLocale(account);
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
            @Header("Content-Type") String contentType,
            @Variable("question") AdsOperation question,
            @Body InputStream wire) {
        try (wire) {
            if (status != 200 && status != 500) {
                throw statuses.failure(SERVICE, status, RetryAfter.read(retryAfter));
            }
            BoundedAnswerStream received = BoundedAnswerStream.of(wire, settings);
            PushbackInputStream xml = new PushbackInputStream(received, AnswerCharset.LONGEST_MARK);
            AdsReply reply = reader.read(question, xml, AnswerCharset.of(xml, contentType));
            return answer(reply, received, RetryAfter.read(retryAfter));
        } catch (UnreadableAnswer e) {
            throw status == 200 ? failure(e) : statuses.failure(SERVICE, status, RetryAfter.read(retryAfter));
        } catch (IOException e) {
            throw WireFailures.interrupted(e);
        }
    }

    void explain(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failed) {
        throw WireFailures.interrupted(failed);
    }

    private Answer<?> answer(AdsReply reply, BoundedAnswerStream received, Duration retryAfter) {
        if (reply instanceof AdsReply.Data data) {
            return new Answer.Given<>(data.payload(), locale.warnings(data), received.packed());
        }
        if (reply instanceof AdsReply.Declined declined) {
            return declined(declined.statuses());
        }
        throw faults.failure((AdsReply.Fault) reply, retryAfter);
    }

    /** What is wrong is what was said first, unless that is that the service failed, or that it uses another locale. */
    private Answer.NotCarried<?> declined(List<Warning> statuses) {
        for (Warning status : statuses) {
            if (SERVICE_FAILED.equals(status.code())) {
                throw WireFailures.unavailable("ADS failed: " + refusals.shown(status.message()));
            }
        }
        return new Answer.NotCarried<>(statuses.stream()
                .map(status -> new Warning(status.code(), refusals.shown(status.message())))
                .toList());
    }

    private static Failure failure(UnreadableAnswer unreadable) {
        IOException connection = unreadable.connectionFailure();
        if (connection == null) {
            return new Failure(
                    Reason.UPSTREAM_MALFORMED, "ADS answered what cannot be read: " + unreadable.getMessage());
        }
        if (connection instanceof CharConversionException
                || connection instanceof CharacterCodingException
                || connection instanceof BoundedAnswerStream.TooMuch) {
            return new Failure(
                    Reason.UPSTREAM_MALFORMED, "ADS answered what cannot be read: " + connection.getMessage());
        }
        return WireFailures.interrupted(connection);
    }
}
