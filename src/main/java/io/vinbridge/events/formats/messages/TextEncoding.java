package io.vinbridge.events.formats.messages;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Character set of what comes in: a byte order mark says it, else the declared one does, and both come before what an
 * XML declaration says (RFC 7303, section 3).
 */
public final class TextEncoding {

    private static final int LONGEST_MARK = 4;
    private static final Pattern XML_DECLARATION = Pattern.compile("^\\s*<\\?xml\\s[^>]*\\?>");

    private TextEncoding() {}

    private record Mark(Charset charset, int length) {}

    /**
     * A message in UTF-8, without a mark.
     *
     * @param declared the character set that its sender names; null where none is named
     * @throws Failure if that is not known here, or the message is no text in it
     */
    public static byte[] utf8(byte[] message, String declared) {
        Mark mark = mark(message, message.length);
        Charset named = declared == null ? null : charset(declared);
        Charset charset = mark != null ? mark.charset : named != null ? named : unmarked(message);
        if (charset == null) {
            return message;
        }
        int from = mark == null ? 0 : mark.length;
        byte[] text = from == 0 ? message : Arrays.copyOfRange(message, from, message.length);
        boolean xml = first(text) == '<' || !charset.equals(UTF_8);
        if (charset.equals(UTF_8) && !xml) {
            return text;
        }
        try {
            String decoded = strict(charset).decode(ByteBuffer.wrap(text)).toString();
            return XML_DECLARATION.matcher(decoded).replaceFirst("").getBytes(UTF_8);
        } catch (CharacterCodingException e) {
            throw MessageParser.unclear("The message is no text in " + charset);
        }
    }

    /**
     * A long text as it is read. It fails with a {@link CharacterCodingException} where it is no text in its character
     * set.
     *
     * @param declared the character set that its sender names
     */
    public static Reader reader(InputStream bytes, Charset declared) throws IOException {
        return reader(bytes, declared, CodingErrorAction.REPORT);
    }

    /** A long text in UTF-8, in which the sign U+FFFD stands for what is broken. */
    public static Reader mendedReader(InputStream bytes) throws IOException {
        return reader(bytes, UTF_8, CodingErrorAction.REPLACE);
    }

    private static Reader reader(InputStream bytes, Charset declared, CodingErrorAction broken) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes);
        in.mark(LONGEST_MARK);
        byte[] head = in.readNBytes(LONGEST_MARK);
        in.reset();
        Mark mark = mark(head, head.length);
        if (mark != null) {
            in.skipNBytes(mark.length);
            return new InputStreamReader(in, strict(mark.charset).onMalformedInput(broken));
        }
        Charset unmarked = unmarked(head);
        return new InputStreamReader(
                in, strict(unmarked == null ? declared : unmarked).onMalformedInput(broken));
    }

    /**
     * The character set of a name. What is called ISO 8859-1 is read as windows-1252, as browsers do: it differs in
     * signs that nobody sends.
     *
     * @throws Failure if there is none here
     */
    public static Charset charset(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        try {
            return wanted.equals("iso-8859-1") || wanted.equals("latin1")
                    ? Charset.forName("windows-1252")
                    : Charset.forName(wanted);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Failure(
                    Reason.UNSUPPORTED_MEDIA_TYPE,
                    "There is no character set " + name.strip() + " here; send UTF-8, or name the one it is in");
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder();
    }

    private static Mark mark(byte[] bytes, int length) {
        int one = length > 1 ? pair(bytes[0], bytes[1]) : 0;
        int other = length > 3 ? pair(bytes[2], bytes[3]) : 1;
        if (length > 2 && one == 0xEFBB && (bytes[2] & 0xff) == 0xBF) {
            return new Mark(UTF_8, 3);
        }
        if (one == 0xFFFE) {
            return other == 0 ? new Mark(Charset.forName("UTF-32LE"), 4) : new Mark(UTF_16LE, 2);
        }
        if (one == 0 && other == 0xFEFF && length > 3) {
            return new Mark(Charset.forName("UTF-32BE"), 4);
        }
        return one == 0xFEFF ? new Mark(UTF_16BE, 2) : null;
    }

    private static int pair(byte high, byte low) {
        return ((high & 0xff) << 8) | (low & 0xff);
    }

    /** What begins with a sign of ASCII in two bytes is UTF-16, as it is for XML; null where nothing can be told. */
    private static Charset unmarked(byte[] bytes) {
        if (bytes.length < 2 || (bytes[0] == 0) == (bytes[1] == 0)) {
            return null;
        }
        return bytes[0] == 0 ? UTF_16BE : UTF_16LE;
    }

    private static char first(byte[] text) {
        for (byte one : text) {
            if (one > ' ' || one < 0) {
                return (char) one;
            }
        }
        return 0;
    }
}
