package io.vinbridge.events.formats.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Likeness of a text to UTF-8, by its first signs beyond ASCII. One byte that is broken makes no other text of it: in
 * windows-1252 hardly any sign is whole as UTF-8.
 */
public final class Utf8Likeness {

    private static final int ENOUGH = 1_000;
    private static final int AT_ONCE = 65_536;

    private long whole;
    private long broken;

    /** Whether it is UTF-8, but for a few bytes. */
    public boolean mostly() {
        return broken == 0 || whole > broken;
    }

    /**
     * Counts the first signs of a text beyond ASCII. Where it cannot be read any further, those up to there are
     * counted.
     */
    public void count(InputStream text) throws IOException {
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(AT_ONCE);
        CharBuffer signs = CharBuffer.allocate(AT_ONCE);
        boolean over = false;
        while (!over && whole + broken < ENOUGH) {
            int some = text.read(bytes.array(), bytes.position(), bytes.remaining());
            over = some < 0;
            bytes.position(bytes.position() + Math.max(0, some)).flip();
            CoderResult result = decoder.decode(bytes, signs, over);
            while (result.isMalformed()) {
                broken++;
                bytes.position(bytes.position() + result.length());
                result = decoder.decode(bytes, signs, over);
            }
            whole += signs.flip().chars().filter(sign -> sign > 127).count();
            signs.clear();
            bytes.compact();
        }
    }
}
