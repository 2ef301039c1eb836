package io.vinbridge.chromedata.calls.wire;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Charset in which an XML answer is written: by its byte order mark, else by its header, which count more than its own
 * declaration (RFC 7303, 3).
 */
public final class AnswerCharset {

    public static final int LONGEST_MARK = 3;

    private static final Pattern PARAMETER = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\\s\"';]+)");

    private AnswerCharset() {}

    /**
     * Looks at the first bytes and puts them back.
     *
     * @return null where neither says anything that is known here: then the declaration counts
     */
    public static String of(PushbackInputStream answer, String contentType) throws IOException {
        byte[] first = answer.readNBytes(LONGEST_MARK);
        answer.unread(first);
        String marked = marked(first);
        return marked == null ? declared(contentType) : marked;
    }

    private static String marked(byte[] first) {
        if (begins(first, 0xEF, 0xBB, 0xBF)) {
            return "UTF-8";
        }
        return begins(first, 0xFE, 0xFF) ? "UTF-16BE" : begins(first, 0xFF, 0xFE) ? "UTF-16LE" : null;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= bytes.length || (bytes[at] & 0xff) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    private static String declared(String contentType) {
        Matcher named = PARAMETER.matcher(contentType == null ? "" : contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)).name() : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
