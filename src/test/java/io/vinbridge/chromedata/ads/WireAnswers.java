package io.vinbridge.chromedata.ads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Description;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Answers as they come over the wire: recorded ones, and short ones in an envelope of 7c. */
final class WireAnswers {

    static final AdsOperation DESCRIBE = new AdsOperation.DescribeVin("1FTFW1E50PFA12345");
    static final String SUCCESSFUL = "<responseStatus responseCode=\"Successful\" description=\"Successful\"/>";

    private WireAnswers() {}

    static byte[] recorded(String name) {
        try (InputStream file = WireAnswers.class.getResourceAsStream("/ads/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] envelope(String content) {
        return ("<?xml version='1.0' encoding='UTF-8'?>"
                        + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                        + content + "</S:Body></S:Envelope>")
                .getBytes(UTF_8);
    }

    /** The answer's root element in the namespace of 7c. */
    static String element(String root, String content) {
        return "<" + root + " xmlns=\"urn:description7c.services.chrome.com\">" + content + "</" + root + ">";
    }

    static AdsReply read(AdsOperation question, InputStream xml) {
        return new AdsReader("urn:description7c.services.chrome.com").read(question, xml);
    }

    static AdsReply read(AdsOperation question, byte[] xml) {
        return read(question, new ByteArrayInputStream(xml));
    }

    static AdsReply.Data twoStyles() {
        return (AdsReply.Data) read(DESCRIBE, recorded("describe-7c-two-styles.xml"));
    }

    /** A description with these parts beside one style. */
    static Description described(String parts) {
        String content = SUCCESSFUL + "<style id=\"1\"/>" + parts;
        return description(read(DESCRIBE, envelope(element("VehicleDescription", content))));
    }

    static Description description(AdsReply reply) {
        return ((DescribeResult) ((AdsReply.Data) reply).payload()).description();
    }

    static List<?> listed(AdsOperation question, String root, String items) {
        AdsReply reply = read(question, envelope(element(root, SUCCESSFUL + items)));
        return (List<?>) ((AdsReply.Data) reply).payload();
    }

    /** A number as descriptions keep it, without trailing zeros. */
    static BigDecimal number(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }
}
