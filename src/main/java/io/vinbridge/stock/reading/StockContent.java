package io.vinbridge.stock.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.events.formats.messages.TextEncoding;
import io.vinbridge.events.formats.messages.Utf8Likeness;
import io.vinbridge.events.formats.messages.XmlTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Content of a stock file: its kind, which its first signs tell and nobody needs to say, and the table in it. */
public enum StockContent {
    XML("<"),
    JSON("[{\\[]"),
    CSV("");

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEAD = 512;
    private static final int DEEPEST = 2;
    private static final Pattern MARK =
            Pattern.compile("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\\s\u0000]*");
    private static final Pattern WIDE = Pattern.compile("^(?:\u00ff\u00fe|\u00fe\u00ff)");

    private static final Pattern DECLARED = Pattern.compile("<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([^\"'>]+)[\"']");

    private final Pattern begins;

    StockContent(String begins) {
        this.begins = Pattern.compile(begins);
    }

    /**
     * Opens a file, whatever it is packed and written in.
     *
     * @param charset the character set that its sender names; null where none is named
     * @param largest how many bytes it may unpack to
     * @param vin whether a column of a name has VINs
     * @throws BrokenFile if it is no table, or breaks off right away; it says what it looks like
     */
    public static SourceTable open(Path file, Charset charset, long largest, Predicate<String> vin) throws IOException {
        return open(file, charset, largest, vin, DEEPEST);
    }

    private static SourceTable open(Path file, Charset charset, long largest, Predicate<String> vin, int deep)
            throws IOException {
        if (UnpackedFile.workbook(file)) {
            return new WorkbookSource(file, vin);
        }
        if (UnpackedFile.nested(file, largest)) {
            if (deep == 0) {
                throw new BrokenFile("It is an archive in an archive in an archive");
            }
            return new NestedTable(file, largest, inner -> open(inner, charset, largest, vin, deep - 1));
        }
        String head;
        try (InputStream in = UnpackedFile.open(file, largest)) {
            head = head(in.readNBytes(HEAD), charset);
        }
        for (StockContent kind : values()) {
            if (kind.begins.matcher(head).lookingAt()) {
                return kind.table(file, head, charset, largest, vin);
            }
        }
        throw new IllegalStateException("a file begins with nothing that is known");
    }

    private static String head(byte[] bytes, Charset charset) {
        String first = new String(bytes, ISO_8859_1);
        boolean wide = WIDE.matcher(first).lookingAt() || (charset != null && wide(charset));
        String head = MARK.matcher(first).replaceFirst("").replace("\0", "");
        if (head.isEmpty()) {
            throw new BrokenFile("The file is empty");
        }
        ForeignFile.check(head, wide);
        return head;
    }

    private SourceTable table(Path file, String head, Charset charset, long largest, Predicate<String> vin)
            throws IOException {
        return switch (this) {
            case CSV -> new CsvSource(reader(file, charset, largest), vin);
            case JSON -> json(file, charset, largest, vin);
            case XML -> xml(file, charset == null ? declared(head) : charset, largest, vin);
        };
    }

    private static SourceTable json(Path file, Charset charset, long largest, Predicate<String> vin)
            throws IOException {
        try (Reader text = reader(file, charset, largest)) {
            return new JsonSource(reader(file, charset, largest), JsonLines.of(text, vin), vin);
        }
    }

    private static SourceTable xml(Path file, Charset charset, long largest, Predicate<String> vin) throws IOException {
        try {
            LinePlace around;
            try (Reader text = reader(file, charset, largest)) {
                around = XmlLines.of(XmlTree.elements(text), vin);
            }
            return new XmlSource(XmlTree.elements(reader(file, charset, largest)), around);
        } catch (XMLStreamException e) {
            throw XmlLines.broken(e, null);
        }
    }

    /**
     * What a document says of itself; null where that is UTF-8, which many write who send another. That it is wide the
     * bytes tell: many systems write UTF-8 and say UTF-16, which is what the text was before.
     */
    private static Charset declared(String head) {
        Matcher said = DECLARED.matcher(head);
        Charset charset = said.lookingAt() ? TextEncoding.charset(said.group(1)) : UTF_8;
        return wide(charset) || charset.equals(UTF_8) ? null : charset;
    }

    private static boolean wide(Charset charset) {
        return charset.name().startsWith("UTF-") && !charset.equals(UTF_8);
    }

    /**
     * Where nobody says what it is written in, and it is not like UTF-8, it is what Windows wrote before. Of UTF-8 a
     * few bytes may be broken, which the report tells by their lines.
     */
    private static Reader reader(Path file, Charset charset, long largest) throws IOException {
        if (charset != null && !charset.equals(UTF_8)) {
            return TextEncoding.reader(UnpackedFile.open(file, largest), charset);
        }
        boolean utf8 = likeness(file, largest).mostly();
        InputStream text = UnpackedFile.open(file, largest);
        return utf8 ? TextEncoding.mendedReader(text) : TextEncoding.reader(text, charset == null ? WINDOWS : charset);
    }

    /** What cannot be read any further is told by who reads it. */
    private static Utf8Likeness likeness(Path file, long largest) throws IOException {
        Utf8Likeness likeness = new Utf8Likeness();
        try (InputStream text = UnpackedFile.open(file, largest)) {
            likeness.count(text);
        } catch (BrokenFile breaksOff) {
            return likeness;
        }
        return likeness;
    }
}
