package io.vinbridge.vpic.dump;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Text of a dump, out of a zip archive (its one entry {@code .sql}), gzip, or as it is. Which one it is, its first
 * bytes say. Meanwhile the bytes of the file are counted, and their SHA-256 is taken.
 */
public final class DumpStream implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final DigestInputStream file;
    private final CountedStream counted;
    private final InputStream text;
    private String entry;

    public DumpStream(InputStream raw) throws IOException {
        this.counted = new CountedStream(raw);
        this.file = new DigestInputStream(counted, DigestUtils.getSha256Digest());
        BufferedInputStream in = new BufferedInputStream(file, BUFFER);
        in.mark(4);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first == 'P' && second == 'K') {
            this.text = entry(new ZipInputStream(in));
        } else {
            this.text = first == 0x1f && second == 0x8b ? new GZIPInputStream(in, BUFFER) : in;
        }
    }

    /** What it holds; of an archive, its entry. */
    public InputStream text() {
        return text;
    }

    /** The name of the archive's entry; null where there is no archive. */
    public String entry() {
        return entry;
    }

    /** How many bytes of the file have been read. */
    public long bytes() {
        return counted.count();
    }

    /** The SHA-256 of the whole file, of which the rest is read first. */
    public String hash() throws IOException {
        file.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(file.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private InputStream entry(ZipInputStream zip) throws IOException {
        try {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                if (next.getName().toLowerCase(Locale.ROOT).endsWith(".sql")) {
                    entry = next.getName();
                    return zip;
                }
            }
        } catch (ZipException e) {
            throw new UnreadableDump("The archive cannot be read: " + e.getMessage());
        }
        throw new UnreadableDump("The archive holds no file .sql");
    }
}
