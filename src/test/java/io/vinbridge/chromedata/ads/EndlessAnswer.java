package io.vinbridge.chromedata.ads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/** An answer that starts well and then repeats itself for ever; it counts what was read of it. */
final class EndlessAnswer extends InputStream {

    private final byte[] start;
    private final byte[] again;
    private long given;

    EndlessAnswer(String start, String again) {
        this.start = start.getBytes(UTF_8);
        this.again = again.getBytes(UTF_8);
    }

    long given() {
        return given;
    }

    @Override
    public int read() {
        long at = given++;
        return at < start.length ? start[(int) at] : again[(int) ((at - start.length) % again.length)];
    }

    @Override
    public int read(byte[] into, int from, int most) {
        for (int i = from; i < from + most; i++) {
            into[i] = (byte) read();
        }
        return most;
    }
}
