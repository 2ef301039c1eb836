package io.vinbridge.chromedata.calls;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.UnusableAddress;
import io.vinbridge.chromedata.calls.wire.BoundedAnswerStream;
import io.vinbridge.chromedata.calls.wire.HttpStatuses;
import io.vinbridge.chromedata.calls.wire.RetryAfter;
import io.vinbridge.chromedata.calls.wire.WireFailures;
import io.vinbridge.chromedata.media.FetchedPicture;
import io.vinbridge.chromedata.media.PictureRequest;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * One download of a picture: from where, and what its answer means. Addresses are signed, so that no credentials go
 * along.
 */
@Component
class PictureCall {

    private static final String SERVICE = "The Media Gallery";
    private static final byte[] NOT_KEPT = {};

    /** Statuses of an expired address. */
    private static final Set<Integer> GONE = Set.of(401, 403, 404, 410);

    private final URI origin;
    private final ChromeDataSettings settings;
    private final HttpStatuses statuses;

    PictureCall(Account account, ChromeDataSettings settings, HttpStatuses statuses) {
        this.origin = origin(account);
        this.settings = settings;
        this.statuses = statuses;
    }

    /** Origin of pictures: that of the listings. */
    static URI origin(Account account) {
        URI media = account.mediaUrl();
        return URI.create(media.getScheme() + "://" + media.getRawAuthority());
    }

    /**
     * The path and query to be called. Characters that may not stand in an address, such as a blank, are encoded, as
     * browsers do.
     *
     * @throws UnusableAddress if it is no address, or one of another host, which might be one inside the house
     */
    String path(@Body PictureRequest request) {
        URI address = address(request.address());
        if (address.getHost() != null && !address.getHost().equalsIgnoreCase(origin.getHost())) {
            throw new UnusableAddress("at a host that is not its own");
        }
        if (address.getRawPath() == null || !address.getRawPath().startsWith("/")) {
            throw new UnusableAddress("under what is no address");
        }
        String query = address.getRawQuery();
        return query == null ? address.getRawPath() : address.getRawPath() + "?" + query;
    }

    private static URI address(String text) {
        try {
            return new URI(PictureAddress.encoded(text));
        } catch (URISyntaxException | NullPointerException e) {
            throw new UnusableAddress("under what is no address");
        }
    }

    /** Reads and closes the answer. */
    Answer<FetchedPicture> read(
            @Header(Exchange.HTTP_RESPONSE_CODE) int status,
            @Header("Retry-After") String retryAfter,
            @Header("ETag") String etag,
            @Header("Last-Modified") String lastModified,
            @Body InputStream wire) {
        try (wire) {
            if (status == 304) {
                return given(null, etag, lastModified);
            }
            if (GONE.contains(status)) {
                return new Answer.NotCarried<>("AddressGone", "a picture's address is not good any more");
            }
            if (status != 200) {
                throw statuses.failure(SERVICE, status, RetryAfter.read(retryAfter));
            }
            return given(BoundedAnswerStream.unkept(wire, settings).readAllBytes(), etag, lastModified);
        } catch (BoundedAnswerStream.TooMuch e) {
            throw new Failure(
                    Reason.UPSTREAM_MALFORMED, SERVICE + " sent a picture that is too large: " + e.getMessage());
        } catch (IOException e) {
            throw WireFailures.interrupted(e);
        }
    }

    private static Answer<FetchedPicture> given(byte[] bytes, String etag, String lastModified) {
        return new Answer.Given<>(new FetchedPicture(bytes, etag, lastModified), List.of(), NOT_KEPT);
    }
}
