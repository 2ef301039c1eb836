package io.vinbridge.stock.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Content of a file as it is unpacked, plain, of gzip or of a ZIP archive: piece by piece, so that a bomb ends where
 * there is too much.
 */
final class UnpackedFile extends FilterInputStream {

    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 0x504b;

    /** Names that do not say UTF-8 are in whatever code page: no byte may be a wrong one. */
    private static final Charset NAMES = StandardCharsets.ISO_8859_1;

    private final long largest;
    private long read;

    private UnpackedFile(InputStream content, long largest) {
        super(content);
        this.largest = largest;
    }

    /**
     * Opens one.
     *
     * @param largest how many bytes it may unpack to
     * @throws BrokenFile if it is an archive that has not one file; later, as it is read, if it breaks off or is too
     *     large
     */
    static InputStream open(Path file, long largest) throws IOException {
        int begins;
        try (InputStream in = Files.newInputStream(file)) {
            begins = in.read() << 8 | Math.max(0, in.read());
        }
        try {
            return switch (begins) {
                case GZIP -> inner(new GZIPInputStream(Files.newInputStream(file), 65_536), largest);
                case ZIP -> inner(new ArchivedFile(file), largest);
                default -> new BufferedInputStream(Files.newInputStream(file), 65_536);
            };
        } catch (ZipException | EOFException e) {
            throw broken(e);
        }
    }

    /** Whether it is an archive that is a workbook. */
    static boolean workbook(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if ((in.read() << 8 | Math.max(0, in.read())) != ZIP) {
                return false;
            }
        }
        try (ZipFile archive = new ZipFile(file.toFile(), NAMES)) {
            return archive.getEntry("xl/workbook.xml") != null || archive.getEntry("[Content_Types].xml") != null;
        } catch (ZipException e) {
            throw broken(e);
        }
    }

    /** Whether what it unpacks to is an archive or a workbook in its turn. */
    static boolean nested(Path file, long largest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!packed(in)) {
                return false;
            }
        }
        try (InputStream in = open(file, largest)) {
            return packed(in);
        }
    }

    private static boolean packed(InputStream in) throws IOException {
        int begins = in.read() << 8 | Math.max(0, in.read());
        return begins == GZIP || begins == ZIP;
    }

    private static InputStream inner(InputStream packed, long largest) throws IOException {
        return new BufferedInputStream(new UnpackedFile(packed, largest), 65_536);
    }

    private static BrokenFile broken(IOException e) {
        return new BrokenFile("It breaks off or is no archive" + (e.getMessage() == null ? "" : ": " + e.getMessage()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        try {
            int some = super.read(into, from, most);
            read += Math.max(0, some);
            if (read > largest) {
                throw new BrokenFile("It unpacks to more than " + (largest >> 20) + " MB");
            }
            return some;
        } catch (ZipException | EOFException e) {
            throw broken(e);
        }
    }

    /** The one file of an archive. */
    private static final class ArchivedFile extends FilterInputStream {

        /** What desktops put beside what a person packs. */
        private static final Pattern BESIDE =
                Pattern.compile("^__MACOSX/|(?:^|/)(?:\\.[^/]*|desktop\\.ini|Thumbs\\.db)$", Pattern.CASE_INSENSITIVE);

        private final ZipFile archive;

        ArchivedFile(Path file) throws IOException {
            super(InputStream.nullInputStream());
            this.archive = new ZipFile(file.toFile(), NAMES);
            List<? extends ZipEntry> files = Collections.list(archive.entries()).stream()
                    .filter(entry -> !entry.isDirectory()
                            && !BESIDE.matcher(entry.getName()).find())
                    .toList();
            if (files.size() != 1) {
                archive.close();
                throw new BrokenFile("It is an archive of " + files.size() + " files, and must have one");
            }
            this.in = archive.getInputStream(files.get(0));
        }

        @Override
        public void close() throws IOException {
            archive.close();
        }
    }
}
