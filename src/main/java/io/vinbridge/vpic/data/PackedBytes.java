package io.vinbridge.vpic.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Compact binary form of rows: numbers take as many bytes as they need, texts are preceded by their length. */
final class PackedBytes {

    private PackedBytes() {}

    /** Appends values. */
    static final class Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

        Writer number(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
            return this;
        }

        /** A number that may be negative. */
        Writer signed(long value) {
            return number(value << 1 ^ value >> 63);
        }

        /** A text, or null. */
        Writer text(String text) {
            if (text == null) {
                return number(0);
            }
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length + 1L);
            bytes.writeBytes(utf8);
            return this;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    /** Reads them in the order in which they were written. */
    static final class Reader {

        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Whether there is more to be read. */
        boolean more() {
            return at < bytes.length;
        }

        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                value |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        int integer() {
            return (int) number();
        }

        long signed() {
            long value = number();
            return value >>> 1 ^ -(value & 1);
        }

        String text() {
            int length = integer() - 1;
            if (length < 0) {
                return null;
            }
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }
    }
}
