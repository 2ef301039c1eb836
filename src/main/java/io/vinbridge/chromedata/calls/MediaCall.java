package io.vinbridge.chromedata.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.calls.wire.BoundedAnswerStream;
import io.vinbridge.chromedata.calls.wire.HttpStatuses;
import io.vinbridge.chromedata.calls.wire.RetryAfter;
import io.vinbridge.chromedata.calls.wire.WireFailures;
import io.vinbridge.chromedata.media.GalleryReader;
import io.vinbridge.chromedata.media.ListedPicture;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** One call of the Media Gallery: how it is signed, what its answer means, and what a failure on the wire means. */
@Component
class MediaCall {

    private static final String SERVICE = "The Media Gallery";

    /** A listing holds nothing beyond what is stored of it, and its addresses are stale tomorrow. */
    private static final byte[] NOT_KEPT = {};

    private final ChromeDataSettings settings;
    private final HttpStatuses statuses;
    private final String authorization;

    MediaCall(Account account, ChromeDataSettings settings, HttpStatuses statuses) {
        this.settings = settings;
        this.statuses = statuses;
        byte[] pair = (account.mediaNumber() + ":" + account.mediaSecret()).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** HTTP Basic, as a header: in the endpoint's address it would be logged, and shown by JMX. */
    String authorization() {
        return authorization;
    }

    /** Reads and closes the answer. A style without pictures is answered with 404 and a body that is no JSON. */
    Answer<List<ListedPicture>> read(
            @Header(Exchange.HTTP_RESPONSE_CODE) int status,
            @Header("Retry-After") String retryAfter,
            @Body InputStream wire) {
        try (wire) {
            if (status == 404) {
                return new Answer.NotCarried<>("NoMedia", "the Media Gallery has no pictures of this style");
            }
            if (status != 200) {
                throw statuses.failure(SERVICE, status, RetryAfter.read(retryAfter));
            }
            return new Answer.Given<>(
                    GalleryReader.read(BoundedAnswerStream.unkept(wire, settings)), List.of(), NOT_KEPT);
        } catch (JsonProcessingException
                | CharConversionException
                | GalleryReader.NoGallery
                | BoundedAnswerStream.TooMuch e) {
            throw new Failure(Reason.UPSTREAM_MALFORMED, SERVICE + " answered what is no listing");
        } catch (IOException e) {
            throw WireFailures.interrupted(e);
        }
    }

    void explain(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failed) {
        throw WireFailures.interrupted(failed);
    }
}
