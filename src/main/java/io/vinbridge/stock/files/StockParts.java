package io.vinbridge.stock.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bytes of files that are still to be read: in the database, so that any node can read them. */
@Component
class StockParts {

    private static final int PART = 1 << 20;

    private final JdbcClient jdbc;

    StockParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the bytes of a file, in the caller's transaction. */
    void store(long file, Path content) {
        try (OutputStream parts = new Parts(file);
                OutputStream packed = new GZIPOutputStream(parts, 65_536) {
                    {
                        def.setLevel(Deflater.BEST_SPEED);
                    }
                }) {
            Files.copy(content, packed);
        } catch (IOException e) {
            throw new UncheckedIOException("a stock file cannot be read", e);
        }
    }

    /** Writes the bytes of a file to a path, part by part. */
    void fetch(long file, Path to) {
        List<Integer> numbers = jdbc.sql("SELECT number FROM stock_parts WHERE file = :file ORDER BY number")
                .param("file", file)
                .query(Integer.class)
                .list();
        try (InputStream content = new GZIPInputStream(new Joined(file, numbers), 65_536)) {
            Files.copy(content, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("a stock file cannot be written", e);
        }
    }

    void forget(long file) {
        jdbc.sql("DELETE FROM stock_parts WHERE file = :file")
                .param("file", file)
                .update();
    }

    private byte[] part(long file, int number) {
        return jdbc.sql("SELECT bytes FROM stock_parts WHERE file = :file AND number = :number")
                .param("file", file)
                .param("number", number)
                .query((row, index) -> row.getBytes("bytes"))
                .single();
    }

    private final class Parts extends OutputStream {

        private final long file;
        private final byte[] part = new byte[PART];
        private int length;
        private int number;

        Parts(long file) {
            this.file = file;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            for (int done = 0; done < count; ) {
                int some = Math.min(count - done, PART - length);
                System.arraycopy(bytes, from + done, part, length, some);
                length += some;
                done += some;
                if (length == PART) {
                    store();
                }
            }
        }

        @Override
        public void close() {
            if (length > 0) {
                store();
            }
        }

        private void store() {
            jdbc.sql("INSERT INTO stock_parts (file, number, bytes) VALUES (:file, :number, :bytes)")
                    .param("file", file)
                    .param("number", number)
                    .param("bytes", java.util.Arrays.copyOf(part, length))
                    .update();
            number++;
            length = 0;
        }
    }

    private final class Joined extends InputStream {

        private final long file;
        private final List<Integer> numbers;
        private InputStream current = InputStream.nullInputStream();

        Joined(long file, List<Integer> numbers) {
            this.file = file;
            this.numbers = new ArrayList<>(numbers);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int some = current.read(into, from, most);
            while (some < 0 && !numbers.isEmpty()) {
                current = new ByteArrayInputStream(part(file, numbers.remove(0)));
                some = current.read(into, from, most);
            }
            return some;
        }
    }
}
