package io.vinbridge.vpic.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reader of a plain PostgreSQL dump: gives the rows of its COPY blocks to whoever wants them. All else, such as
 * functions, which may hold text that looks like a block, and tables that nobody wants, is passed over line by line.
 */
public final class DumpReader {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1 << 24;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private byte[] line = new byte[1024];
    private int length;

    public DumpReader(InputStream in) {
        this.in = in;
    }

    /** Takes what a dump holds. */
    public interface Taker {

        /** Begins a block; null where its rows are not wanted. */
        RowTaker begin(CopyBlock block) throws IOException;
    }

    /** Takes the rows of one block. */
    public interface RowTaker {

        void row(CopyRow row) throws IOException;

        /** The block has ended as it should. */
        void end() throws IOException;
    }

    /**
     * Reads all of it.
     *
     * @return how many blocks there were
     * @throws UnreadableDump if it breaks off or is no dump
     */
    public int read(Taker taker) throws IOException {
        int blocks = 0;
        DollarQuotes quotes = new DollarQuotes();
        while (next()) {
            if (quotes.inside(line, length)) {
                continue;
            }
            CopyBlock block = length > 5 && (line[0] | 0x20) == 'c' ? CopyBlock.of(text()) : null;
            if (block != null) {
                blocks++;
                block(block, taker.begin(block));
            }
        }
        if (quotes.open()) {
            throw new UnreadableDump("The file breaks off inside a function; it is not the whole dump");
        }
        if (blocks == 0) {
            throw new UnreadableDump("The file holds no COPY block; it is no plain PostgreSQL dump");
        }
        return blocks;
    }

    private void block(CopyBlock block, RowTaker taker) throws IOException {
        CopyRow row = new CopyRow();
        while (next()) {
            if (length == 2 && line[0] == '\\' && line[1] == '.') {
                if (taker != null) {
                    taker.end();
                }
                return;
            }
            if (taker != null) {
                row.set(line, length);
                if (row.fields() != block.columns().size()) {
                    throw new UnreadableDump("A row of " + block.table() + " has " + row.fields() + " fields, not the "
                            + block.columns().size() + " of its block");
                }
                taker.row(row);
            }
        }
        throw new UnreadableDump(
                "The file breaks off inside the rows of " + block.table() + "; it is not the whole dump");
    }

    /** The next line, without its end; false at the end of the file. */
    private boolean next() throws IOException {
        length = 0;
        while (true) {
            if (at == filled) {
                filled = in.read(buffer, 0, BUFFER);
                at = 0;
                if (filled < 0) {
                    filled = 0;
                    return length > 0;
                }
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            append(end - at);
            if (end < filled) {
                at = end + 1;
                if (length > 0 && line[length - 1] == '\r') {
                    length--;
                }
                return true;
            }
            at = end;
        }
    }

    private void append(int count) throws IOException {
        if (length + count > line.length) {
            if (length + count > LONGEST_LINE) {
                throw new UnreadableDump("A line is longer than any of a dump");
            }
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + count));
        }
        System.arraycopy(buffer, at, line, length, count);
        length += count;
    }

    private String text() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }
}
