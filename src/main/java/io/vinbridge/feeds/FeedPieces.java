package io.vinbridge.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;

/** Bytes of a feed in pieces, made when they are to be sent, and packed by gzip where that is asked for. */
final class FeedPieces implements Iterator<ByteBuffer> {

    private final FeedRows rows;
    private final FeedText text;
    private final Runnable end;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final OutputStream out;
    private boolean begun;
    private boolean over;

    /**
     * Makes one.
     *
     * @param end what is done once all is made
     */
    FeedPieces(FeedRows rows, FeedText text, boolean packed, Runnable end) {
        this.rows = rows;
        this.text = text;
        this.end = end;
        try {
            this.out = packed ? new GZIPOutputStream(made, 8192, true) : made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return !over;
    }

    @Override
    public ByteBuffer next() {
        if (over) {
            throw new NoSuchElementException();
        }
        try {
            if (!begun) {
                begun = true;
                write(text.head());
            }
            if (rows.hasNext()) {
                rows.next().stream()
                        .filter(row -> row.row() != null && row.wrong().isEmpty())
                        .forEach(row -> write(text.row(row.row())));
            }
            if (!rows.hasNext()) {
                write(text.tail());
                out.close();
                over = true;
                end.run();
            } else {
                out.flush();
            }
            byte[] piece = made.toByteArray();
            made.reset(); // Not before: the packer has written its header already when it was made.
            return ByteBuffer.wrap(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String part) {
        try {
            out.write(part.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
