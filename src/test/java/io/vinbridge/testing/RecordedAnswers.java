package io.vinbridge.testing;

import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.chromedata.ads.AdsReader;
import io.vinbridge.chromedata.ads.AdsReply;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Description;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The answers in {@code src/test/resources/ads}, as they came and as they are read. */
public final class RecordedAnswers {

    private static final String TWO_STYLES = "describe-7c-two-styles";

    private RecordedAnswers() {}

    /** A pickup of two styles, XL (435601) and XLT (435602). */
    public static Description twoStyles() {
        return read(xml(TWO_STYLES));
    }

    /** The same with one text in another's place. */
    public static Description twoStyles(String text, String other) {
        return twoStyles(Map.of(text, other));
    }

    /** The same with some texts in others' places. */
    public static Description twoStyles(Map<String, String> others) {
        String xml = xml(TWO_STYLES);
        for (Map.Entry<String, String> other : others.entrySet()) {
            if (!xml.contains(other.getKey())) {
                throw new IllegalArgumentException("The answer does not have " + other.getKey());
            }
            xml = xml.replace(other.getKey(), other.getValue());
        }
        return read(xml);
    }

    /** An answer by the name of its file. */
    public static String xml(String name) {
        try (InputStream file = RecordedAnswers.class.getResourceAsStream("/ads/" + name + ".xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Description read(String xml) {
        AdsReply reply = new AdsReader("urn:description7c.services.chrome.com")
                .read(
                        new AdsOperation.DescribeVin("1FTFW1E50PFA12345"),
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return ((DescribeResult) ((AdsReply.Data) reply).payload()).description();
    }
}
