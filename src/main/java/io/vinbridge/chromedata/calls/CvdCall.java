package io.vinbridge.chromedata.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.UpstreamRefused;
import io.vinbridge.chromedata.UpstreamRefused.About;
import io.vinbridge.chromedata.calls.wire.AnswerLocale;
import io.vinbridge.chromedata.calls.wire.BoundedAnswerStream;
import io.vinbridge.chromedata.calls.wire.RefusalClassifier;
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
import java.util.regex.Pattern;
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
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?i)(vin|vehicle|style)\\b.*\\b(not found|unknown|invalid|not valid|no match)|(no|not) (match|vehicle|data|result)");

    private final ChromeDataSettings settings;
    private final ApiStatuses statuses;
    private final RefusalClassifier refusals;
    private final CvdReader reader;
    private final AnswerLocale locale;
    private final String query;

    CvdCall(
            Account account,
            ApiAccount api,
            ChromeDataSettings settings,
            ApiStatuses statuses,
            RefusalClassifier refusals,
            UnreadMembers unread) {
        this.settings = settings;
        this.statuses = statuses;
        this.refusals = refusals;
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
                    return new Answer.NotCarried<>("VinNotCarriedByChrome", "CVD does not know this VIN");
                }
                throw statuses.failure(SERVICE, status, text, RetryAfter.read(retryAfter), date);
            }
            BoundedAnswerStream received = BoundedAnswerStream.of(wire, settings);
            return answer(reader.read(received), received, vin);
        } catch (JsonProcessingException
                | CharConversionException
                | CvdReader.NoAnswer
                | BoundedAnswerStream.TooMuch e) {
            throw new Failure(Reason.UPSTREAM_MALFORMED, "CVD answered what cannot be read: " + what(e));
        } catch (IOException e) {
            throw WireFailures.interrupted(e);
        }
    }

    void explain(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failed) {
        throw WireFailures.interrupted(failed);
    }

    private Answer<DescribeResult> answer(CvdReply reply, BoundedAnswerStream received, String vin) {
        if (reply.error() != null) {
            return error(reply.error());
        }
        if (Boolean.FALSE.equals(reply.validVin())) {
            return notValid(vin);
        }
        if (reply.vins().stream().anyMatch(other -> other.length() == vin.length() && !other.equals(vin))) {
            throw new Failure(
                    Reason.UPSTREAM_MALFORMED, "CVD answered what cannot be read: the answer is about another VIN");
        }
        if (reply.described() == null) {
            return new Answer.NotCarried<>("VinNotCarriedByChrome", "CVD describes nothing under this VIN");
        }
        return new Answer.Given<>(reply.described(), locale.warnings(reply.described()), received.packed());
    }

    /**
     * What is wrong where the status says that nothing is: with the VIN, with the account, or with something that
     * nobody told.
     */
    private Answer<DescribeResult> error(String text) {
        UpstreamRefused refused = refusals.refused("CVD: " + text, About.OTHER);
        if (!refused.about().ofAccount() && UNKNOWN.matcher(text).find()) {
            return new Answer.NotCarried<>("VinNotCarriedByChrome", refusals.shown(text));
        }
        throw refused;
    }

    /** A VIN whose check digit is right is one that CVD does not know, and so are the others of its pattern. */
    private static Answer<DescribeResult> notValid(String vin) {
        boolean digit = vin.length() == 17 && vin.charAt(CheckDigit.POSITION - 1) == CheckDigit.of(vin, vin.length());
        return digit
                ? new Answer.NotCarried<>("VinNotCarriedByChrome", "CVD does not count this as a VIN that it knows")
                : new Answer.NotCarried<>("InvalidVinCheckDigit", "CVD does not count this as a VIN");
    }

    /** Jackson's own messages quote the answer. */
    private static String what(IOException unreadable) {
        return unreadable instanceof JsonProcessingException ? "it is no whole JSON" : unreadable.getMessage();
    }
}
