package io.vinbridge.chromedata.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.calls.wire.AnswerLocale;
import io.vinbridge.chromedata.calls.wire.BoundedAnswerStream;
import io.vinbridge.chromedata.calls.wire.RetryAfter;
import io.vinbridge.chromedata.calls.wire.WireFailures;
import io.vinbridge.chromedata.cvd.CvdReader;
import io.vinbridge.chromedata.cvd.CvdReply;
import io.vinbridge.chromedata.cvd.UnreadMembers;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vpic.vin.CheckDigit;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** One call of CVD: what is asked, what its answer means, and what a failure on the wire means. */
@Component
public class CvdCall {

    private static final String SERVICE = "CVD";
    private static final String NOT_CARRIED = "VinNotCarriedByChrome";

    private final ChromeDataSettings settings;
    private final ApiStatuses statuses;
    private final CvdReader reader;
    private final AnswerLocale locale;
    private final String query;

    CvdCall(Account account, ApiAccount api, ChromeDataSettings settings, ApiStatuses statuses, UnreadMembers unread) {
        this.settings = settings;
        this.statuses = statuses;
        this.reader = new CvdReader(unread);
        this.locale = new AnswerLocale(account);
        this.query = "profileKey=" + URLEncoder.encode(api.profile(), StandardCharsets.UTF_8) + "&language_Locale="
                + account.language() + "_" + account.country()
                + "&vinWithAllContent=true&incRgbHex=true&includeAltModel=true&includeVehicleIndicator=true";
    }

    String path(@Body String vin) {
        return "/vin/" + vin;
    }

    String query() {
        return query;
    }

    /** Reads and closes the answer. */
    Answer<DescribeResult> read(
            @Header(Exchange.HTTP_RESPONSE_CODE) int status,
            @Header("Retry-After") String retryAfter,
            @Header("Date") String date,
            @Variable("question") String vin,
            @Body InputStream wire) {
        try (wire) {
            if (status != 200) {
                String text = ApiStatuses.text(BoundedAnswerStream.unkept(wire, settings));
                if (ApiStatuses.notFound(status, text)) {
                    return new Answer.NotCarried<>(NOT_CARRIED, "CVD does not know this VIN");
                }
                throw statuses.failure(SERVICE, status, text, RetryAfter.read(retryAfter), date);
            }
            BoundedAnswerStream received = BoundedAnswerStream.of(wire, settings);
            return answer(reader.read(received), received, vin);
        } catch (JsonProcessingException
                | CharConversionException
                | CvdReader.NoAnswer
                | BoundedAnswerStream.TooMuch e) {
            throw malformed(what(e));
        } catch (IOException e) {
            throw WireFailures.interrupted(e);
        }
    }

    void explain(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failed) {
        throw WireFailures.interrupted(failed);
    }

    private Answer<DescribeResult> answer(CvdReply reply, BoundedAnswerStream received, String vin) {
        if (reply.error() != null) {
            return statuses.declined(SERVICE, reply.error(), NOT_CARRIED);
        }
        if (reply.vins().stream().anyMatch(other -> other.length() == vin.length() && !other.equals(vin))) {
            throw malformed("the answer is about another VIN");
        }
        if (Boolean.FALSE.equals(reply.validVin())) {
            return notValid(vin);
        }
        return reply.described() == null
                ? nothing(reply)
                : new Answer.Given<>(reply.described(), locale.warnings(reply.described()), received.packed());
    }

    /** What is about a VIN and describes nothing is a word on it; what names none may be anything. */
    private Answer<DescribeResult> nothing(CvdReply reply) {
        if (!reply.vins().isEmpty() || reply.validVin() != null) {
            return new Answer.NotCarried<>(NOT_CARRIED, "CVD describes nothing under this VIN");
        }
        if (reply.message().isEmpty()) {
            throw malformed("the answer says nothing of a VIN");
        }
        return statuses.declined(SERVICE, reply.message(), NOT_CARRIED);
    }

    private static Failure malformed(String what) {
        return new Failure(Reason.UPSTREAM_MALFORMED, "CVD answered what cannot be read: " + what);
    }

    /** A VIN whose check digit is right is one that CVD does not know, and so are the others of its pattern. */
    private static Answer<DescribeResult> notValid(String vin) {
        boolean digit = vin.length() == 17 && vin.charAt(CheckDigit.POSITION - 1) == CheckDigit.of(vin, vin.length());
        return digit
                ? new Answer.NotCarried<>(NOT_CARRIED, "CVD does not count this as a VIN that it knows")
                : new Answer.NotCarried<>("InvalidVinCheckDigit", "CVD does not count this as a VIN");
    }

    /** Jackson's own messages quote the answer. */
    private static String what(IOException unreadable) {
        return unreadable instanceof JsonProcessingException ? "it is no whole JSON" : unreadable.getMessage();
    }
}
