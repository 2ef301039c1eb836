package io.vinbridge.stock.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Bounds of a workbook, by which a ZIP bomb is found before it is read: what a reader of workbooks holds in memory is
 * small, and no part unpacks to more than a file may be. Sizes that the archive itself tells are not believed.
 */
final class WorkbookBounds {

    /** Texts that cells share are held in memory, at several times their size. */
    private static final long MOST_TEXTS = 16L << 20;

    private static final long MOST_OF_A_SHEET = 2L << 30;
    private static final long MOST_OF_ANY_OTHER = 16L << 20;
    private static final int MOST_PARTS = 2_000;

    private WorkbookBounds() {}

    /**
     * Lets pass what can be read in flat memory. Returns whether it has formats, by which dates are told from numbers.
     *
     * @throws BrokenFile if it cannot, or is no archive
     */
    static boolean check(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.size() > MOST_PARTS) {
                throw new BrokenFile("It is a workbook of more than " + MOST_PARTS + " parts");
            }
            for (ZipEntry part : Collections.list(archive.entries())) {
                check(archive, part);
            }
            return archive.getEntry("xl/styles.xml") != null;
        } catch (ZipException e) {
            throw new BrokenFile("It breaks off or is no workbook of Excel (XLSX): " + e.getMessage());
        }
    }

    private static void check(ZipFile archive, ZipEntry part) throws IOException {
        long most = part.getName().endsWith("sharedStrings.xml")
                ? MOST_TEXTS
                : part.getName().contains("worksheets/") ? MOST_OF_A_SHEET : MOST_OF_ANY_OTHER;
        byte[] piece = new byte[65_536];
        long unpacked = 0;
        try (InputStream in = archive.getInputStream(part)) {
            for (int some = in.read(piece); some >= 0; some = in.read(piece)) {
                unpacked += some;
                if (unpacked > most) {
                    throw new BrokenFile("The part " + part.getName() + " of the workbook is larger than "
                            + (most >> 20) + " MB; save the sheet as CSV");
                }
            }
        }
    }
}
