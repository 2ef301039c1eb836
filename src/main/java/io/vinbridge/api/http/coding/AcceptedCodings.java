package io.vinbridge.api.http.coding;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.parser.AcceptEncoding;

/** Content codings that a caller takes (RFC 9110, 12.5.3). */
public final class AcceptedCodings {

    private AcceptedCodings() {}

    /** Whether that is gzip; one who says nothing, or nothing that can be read, gets the content as it is. */
    public static boolean gzip(HttpServletRequest request) {
        List<String> fields = Collections.list(request.getHeaders("Accept-Encoding"));
        if (fields.isEmpty()) {
            return false;
        }
        try {
            return quality(AcceptEncoding.parse(new StringReader(String.join(",", fields)))) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static double quality(List<AcceptEncoding> codings) {
        double any = 0;
        for (AcceptEncoding coding : codings) {
            switch (coding.getEncoding().toLowerCase(Locale.ROOT)) {
                case "gzip", "x-gzip" -> {
                    return coding.getQuality();
                }
                case "*" -> any = coding.getQuality();
                default -> {}
            }
        }
        return any;
    }
}
