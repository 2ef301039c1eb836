package io.vinbridge.stock.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Stock file that is packed twice, as a workbook in a ZIP archive: unpacked once, into a file that goes with it. */
final class NestedTable implements SourceTable {

    private final Path unpacked;
    private final SourceTable table;

    /** Opens what a file unpacks to. */
    @FunctionalInterface
    interface Opener {
        SourceTable open(Path file) throws IOException;
    }

    NestedTable(Path file, long largest, Opener opener) throws IOException {
        unpacked = Files.createTempFile("vinbridge-unpacked", null);
        try (InputStream in = UnpackedFile.open(file, largest)) {
            Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
            table = opener.open(unpacked);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unpacked);
            throw e;
        }
    }

    @Override
    public SourceLine next() {
        return table.next();
    }

    @Override
    public List<String> columns() {
        return table.columns();
    }

    @Override
    public String outline() {
        return table.outline();
    }

    @Override
    public Ending ending() {
        return table.ending();
    }

    @Override
    public void close() throws IOException {
        try {
            table.close();
        } finally {
            Files.deleteIfExists(unpacked);
        }
    }
}
