package io.vinbridge.sandbox.trouble;

import io.vinbridge.sandbox.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers given in advance, for an operation, a VIN, a style id or a picture's file name. They come in the order in
 * which they were given.
 */
public final class Script {
    private final List<Line> lines = new ArrayList<>();

    /** The next call of that operation, or about that VIN, style or picture, gets this reply. */
    public Script next(String operationOrSubject, Reply reply) {
        return next(operationOrSubject, 1, reply);
    }

    /** The next so many calls get this reply. */
    public synchronized Script next(String operationOrSubject, int times, Reply reply) {
        lines.add(new Line(operationOrSubject, times, reply));
        return this;
    }

    /** Every call from now on gets this reply. */
    public Script always(String operationOrSubject, Reply reply) {
        return next(operationOrSubject, Integer.MAX_VALUE, reply);
    }

    public synchronized void clear() {
        lines.clear();
    }

    /** Takes the answer to a call, if one was given. */
    public synchronized Optional<Reply> take(String operation, String subject) {
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            if (line.about().equals(operation) || line.about().equals(subject)) {
                if (line.times() == 1) {
                    lines.remove(at);
                } else {
                    lines.set(at, new Line(line.about(), line.times() - 1, line.reply()));
                }
                return Optional.of(line.reply());
            }
        }
        return Optional.empty();
    }

    private record Line(String about, int times, Reply reply) {}
}
