package io.vinbridge.work;

import io.vinbridge.database.DatabaseUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Group commit: the writes of many threads in few transactions. Writes that come in while one is under way are written
 * together by the next. However many threads write, one connection is in use, and nobody waits for company.
 *
 * @param <T> what is written
 * @param <R> what became of it
 */
public final class GroupCommit<T, R> {

    private final int most;
    private final Function<List<T>, List<R>> transaction;
    private final Queue<Waiting<T, R>> queue = new ArrayDeque<>();
    private boolean writing;

    /**
     * @param most how many are written by one transaction
     * @param transaction writes all or nothing, and returns what became of each, in their order
     */
    public GroupCommit(int most, Function<List<T>, List<R>> transaction) {
        this.most = most;
        this.transaction = transaction;
    }

    /**
     * Returns once it is committed. Where a transaction of several fails, each is written by itself, so that none fails
     * for another's sake.
     *
     * @throws RuntimeException what its own writing failed with
     */
    public R write(T piece) {
        Waiting<T, R> mine = new Waiting<>(piece);
        if (isFirst(mine) || mine.turn.join()) {
            List<Waiting<T, R>> part = next();
            try {
                write(part);
            } catch (Error e) {
                part.forEach(one -> one.failWithout(e));
                throw e;
            } finally {
                part.forEach(written -> written.turn.complete(false));
                handOver();
            }
        }
        return mine.outcome();
    }

    /** Number of items that wait to be written, beside those under way. */
    synchronized int waiting() {
        return queue.size();
    }

    private synchronized boolean isFirst(Waiting<T, R> mine) {
        queue.add(mine);
        boolean first = !writing;
        writing = true;
        return first;
    }

    private synchronized List<Waiting<T, R>> next() {
        List<Waiting<T, R>> part = new ArrayList<>();
        while (part.size() < most && !queue.isEmpty()) {
            part.add(queue.remove());
        }
        return part;
    }

    private synchronized void handOver() {
        writing = !queue.isEmpty();
        if (writing) {
            queue.peek().turn.complete(true);
        }
    }

    private void write(List<Waiting<T, R>> part) {
        try {
            List<R> results =
                    transaction.apply(part.stream().map(one -> one.piece).toList());
            for (int at = 0; at < part.size(); at++) {
                part.get(at).result = results.get(at);
            }
        } catch (RuntimeException e) {
            // Each of many would wait for a connection in turn.
            if (part.size() == 1 || DatabaseUnavailable.isMeantBy(e)) {
                part.forEach(one -> one.failure = e);
            } else {
                writeEach(part);
            }
        }
    }

    private void writeEach(List<Waiting<T, R>> part) {
        RuntimeException gone = null;
        for (Waiting<T, R> one : part) {
            if (gone == null) {
                write(List.of(one));
                gone = DatabaseUnavailable.isMeantBy(one.failure) ? one.failure : null;
            } else {
                one.failure = gone;
            }
        }
    }

    /**
     * A thread that waits, until it is told that its piece is written (false) or that it is its turn to write (true).
     */
    private static final class Waiting<T, R> {
        private final T piece;
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
        private R result;
        private RuntimeException failure;

        Waiting(T piece) {
            this.piece = piece;
        }

        /** If the writing thread ended in an error, items without an outcome must not look as if they were written. */
        void failWithout(Error e) {
            if (result == null && failure == null) {
                failure = new IllegalStateException("whoever wrote it ended in an error", e);
            }
        }

        R outcome() {
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }
}
