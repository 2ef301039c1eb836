package io.vinbridge.api.http.bodies;

import io.vinbridge.api.http.connection.BodySink;
import java.io.IOException;
import java.io.InputStream;

/** Part of a request's body that was received so far, and the room that is taken for it. */
public final class ReceivedBody {

    public static final String ATTRIBUTE = ReceivedBody.class.getName();

    /** Up to so many bytes a body is taken at any time, as hundreds of them are nothing. */
    static final int SMALL = 8192;

    private final BodySink sink;
    private final BodyRoom room;
    private final boolean list;
    private final String caller;
    private final long largest;
    private final long expected;
    private long bytes;
    private long taken;

    /** A list goes into a file, and may take as long as it takes. */
    ReceivedBody(BodySink sink, BodyRoom room, boolean list, String caller, long largest, long expected) {
        this.sink = sink;
        this.list = list;
        this.room = room;
        this.caller = caller;
        this.largest = largest;
        this.expected = expected < 0 ? largest : expected;
    }

    boolean list() {
        return list;
    }

    long largest() {
        return largest;
    }

    /** Takes room for some bytes more; false if there is none now. */
    boolean makeRoom(int more) {
        long needed = Math.min(bytes + more, expected) - taken;
        if (bytes + more <= SMALL || needed <= 0) {
            return true;
        }
        boolean got = room.tryTake(caller, needed);
        taken += got ? needed : 0;
        return got;
    }

    /** Adds what came; false if it is larger than it may be. */
    boolean add(byte[] some, int length) throws IOException {
        bytes += length;
        if (bytes > largest) {
            return false;
        }
        sink.add(some, length);
        return true;
    }

    byte[] bytes() {
        return sink.bytes();
    }

    InputStream read() throws IOException {
        return sink.read();
    }

    /** Reserves so much room more, for what is made of it. */
    void reserve(int more) {
        taken += room.take(caller, more, taken);
    }

    public void discard() {
        if (taken > 0) {
            room.giveBack(caller, taken);
            taken = 0;
        }
        sink.discard();
    }
}
