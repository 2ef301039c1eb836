package io.vinbridge.chromedata.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.calls.wire.BoundedAnswerStream;
import io.vinbridge.chromedata.calls.wire.RetryAfter;
import io.vinbridge.chromedata.calls.wire.WireFailures;
import io.vinbridge.chromedata.cvd.CvdReader;
import io.vinbridge.chromedata.cvd.UnreadMembers;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.vss.VssQuestion;
import io.vinbridge.chromedata.vss.VssReader;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** One call of VSS: what is asked, what its answer means, and what a failure on the wire means. */
@Component
class VssCall {

    private static final String SERVICE = "VSS";

    private final ChromeDataSettings settings;
    private final ApiStatuses statuses;
    private final VssReader reader;
    private final String locale;

    VssCall(Account account, ApiAccount api, ChromeDataSettings settings, ApiStatuses statuses, UnreadMembers unread) {
        this.settings = settings;
        this.statuses = statuses;
        this.reader = new VssReader(unread);
        this.locale = "locale=" + account.language() + "_" + account.country() + "&profileKey="
                + URLEncoder.encode(api.profile(), StandardCharsets.UTF_8);
    }

    String path(@Body VssQuestion question) {
        return question.path();
    }

    String query(@Body VssQuestion question) {
        return question.query().isEmpty() ? locale : question.query() + "&" + locale;
    }

    /** Reads and closes the answer. */
    Answer<?> read(
            @Header(Exchange.HTTP_RESPONSE_CODE) int status,
            @Header("Retry-After") String retryAfter,
            @Header("Date") String date,
            @Variable("question") VssQuestion question,
            @Body InputStream wire) {
        try (wire) {
            if (status != 200) {
                String text = ApiStatuses.text(BoundedAnswerStream.unkept(wire, settings));
                if (ApiStatuses.notFound(status, text)) {
                    return new Answer.NotCarried<>("NotFound", "VSS has nothing there");
                }
                throw statuses.failure(SERVICE, status, text, RetryAfter.read(retryAfter), date);
            }
            return answer(question, BoundedAnswerStream.of(wire, settings));
        } catch (CvdReader.Declined e) {
            return statuses.declined(SERVICE, e.getMessage(), "NotFound");
        } catch (JsonProcessingException
                | CharConversionException
                | CvdReader.NoAnswer
                | BoundedAnswerStream.TooMuch e) {
            throw new Failure(Reason.UPSTREAM_MALFORMED, "VSS answered what cannot be read");
        } catch (IOException e) {
            throw WireFailures.interrupted(e);
        }
    }

    void explain(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failed) {
        throw WireFailures.interrupted(failed);
    }

    private Answer<?> answer(VssQuestion question, BoundedAnswerStream received) throws IOException {
        if (!(question instanceof VssQuestion.StyleDetails details)) {
            return new Answer.Given<>(reader.list(question, received), List.of(), new byte[0]);
        }
        DescribeResult described = reader.details(received);
        if (described == null) {
            return new Answer.NotCarried<>("UnrecognizedStyleId", "VSS has no details of this style");
        }
        boolean other = described.description().styles().stream().anyMatch(style -> style.id() != details.styleId());
        if (other || described.description().styles().isEmpty()) {
            throw new CvdReader.NoAnswer("the answer is about another style");
        }
        return new Answer.Given<>(described, List.of(), received.packed());
    }
}
