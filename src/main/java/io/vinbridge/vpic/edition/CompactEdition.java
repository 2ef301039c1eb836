package io.vinbridge.vpic.edition;

import io.vinbridge.vpic.dump.UnreadableDump;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Edition in one small file: the packed rows as they are in the database, gzipped. It holds a tenth of the bytes of the
 * dump that it was made from.
 */
public final class CompactEdition {

    private static final byte[] MAGIC = "vinbridge-vpic 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 1 << 24;

    private CompactEdition() {}

    /** First line of the file. */
    public record Head(String name, String source, String sha256, Instant newest, long patterns, byte[] commons) {}

    /** Takes what a file holds. */
    public interface Taker {

        void head(Head head);

        void code(String code, byte[] body);

        void schema(int id, byte[] body);
    }

    /** Whether a file, of which these are the first bytes, is one. */
    static boolean begins(InputStream text) throws IOException {
        text.mark(MAGIC.length);
        byte[] first = text.readNBytes(MAGIC.length);
        text.reset();
        return Arrays.equals(first, MAGIC);
    }

    /** Reads one, unzipped. */
    public static void read(InputStream unzipped, Taker taker) throws IOException {
        DataInputStream in = new DataInputStream(unzipped);
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new UnreadableDump("The file is no compact edition of this version");
        }
        try {
            String name = in.readUTF();
            String source = in.readUTF();
            String sha256 = in.readUTF();
            long newest = in.readLong();
            taker.head(new Head(
                    name, source, sha256, newest == 0 ? null : Instant.ofEpochMilli(newest), in.readLong(), bytes(in)));
            for (int rest = in.readInt(); rest > 0; rest--) {
                taker.code(in.readUTF(), bytes(in));
            }
            for (int rest = in.readInt(); rest > 0; rest--) {
                taker.schema(in.readInt(), bytes(in));
            }
        } catch (EOFException e) {
            throw new UnreadableDump("The file breaks off; it is not the whole edition");
        }
    }

    /** Rows to be written. */
    interface Rows {

        int count();

        void writeTo(DataOutputStream out) throws IOException;
    }

    /** Writes one; {@code rows} are the codes and then the schemas. */
    static void write(OutputStream file, Head head, Rows... rows) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new SmallestGzip(file))) {
            out.write(MAGIC);
            out.writeUTF(head.name());
            out.writeUTF(head.source());
            out.writeUTF(head.sha256());
            out.writeLong(head.newest() == null ? 0 : head.newest().toEpochMilli());
            out.writeLong(head.patterns());
            body(out, head.commons());
            for (Rows each : rows) {
                out.writeInt(each.count());
                each.writeTo(out);
            }
        }
    }

    static void body(DataOutputStream out, byte[] body) throws IOException {
        out.writeInt(body.length);
        out.write(body);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new UnreadableDump("The file is damaged");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static final class SmallestGzip extends GZIPOutputStream {

        SmallestGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
