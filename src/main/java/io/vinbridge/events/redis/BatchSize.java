package io.vinbridge.events.redis;

/**
 * Adaptive batch size of reads from the stream. Redis bounds a read by the number of messages alone, and a thousand may
 * be 200 kB or 2 GB: so it begins with one, and goes on with as many as would have been a megabyte of those that were
 * read last.
 */
final class BatchSize {

    /** Limit of a batch; its trees take ten to fifty times as much memory while it is read. */
    static final int BYTES = 1 << 20;

    private static final int FASTER = 4;

    private final int most;
    private int messages = 1;

    /** @param most the messages that are read at once, however small they are */
    BatchSize(int most) {
        this.most = most;
    }

    int messages() {
        return messages;
    }

    /** Adapts to the size of what was read last: so many messages, and so many bytes in all. */
    void adapt(int read, long bytes) {
        long fitting = BYTES * (long) read / Math.max(1, bytes);
        messages = (int) Math.max(1, Math.min(Math.min(fitting, (long) messages * FASTER), most));
    }

    /** Begins anew with one message: nothing is known of what is read next. */
    void reset() {
        messages = 1;
    }
}
