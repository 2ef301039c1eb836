package io.vinbridge.chromedata;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.chromedata.calls.AdsCall;
import io.vinbridge.chromedata.calls.wire.HttpStatuses;
import io.vinbridge.chromedata.calls.wire.RefusalClassifier;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The makes of a year as ADS answers with them, or does not. */
public final class DivisionsAnswers {

    public static final AdsOperation QUESTION = new AdsOperation.Divisions(2012);
    public static final String DIVISIONS = answer("<responseStatus responseCode=\"ConditionallySuccessful\">"
            + "<status code=\"UsingAlternateLocale\">In English</status></responseStatus>"
            + "<division id=\"1\">Acura</division>");
    public static final String HTML = "<html><body>Service Unavailable</body></html>";

    private DivisionsAnswers() {}

    public static AdsCall call(Map<String, ?> settings) {
        ChromeDataSettings configured = Configured.settings(settings);
        RefusalClassifier refusals = new RefusalClassifier(Configured.account(), Configured.api(Map.of()), configured);
        return new AdsCall(Configured.account(), configured, new HttpStatuses(refusals), refusals);
    }

    public static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8));
    }

    public static String declined(String... codes) {
        String statuses = Arrays.stream(codes)
                .map(code -> "<status code=\"" + code + "\">Says s3cr3t</status>")
                .collect(Collectors.joining());
        return answer("<responseStatus responseCode=\"Unsuccessful\">" + statuses + "</responseStatus>");
    }

    public static String fault(String text) {
        return fault("S:Server", text);
    }

    public static String fault(String code, String text) {
        return envelope(
                "<S:Fault><faultcode>" + code + "</faultcode><faultstring>" + text + "</faultstring></S:Fault>");
    }

    private static String answer(String content) {
        return envelope("<Divisions xmlns=\"urn:description7c.services.chrome.com\">" + content + "</Divisions>");
    }

    private static String envelope(String content) {
        return "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>" + content
                + "</S:Body></S:Envelope>";
    }
}
