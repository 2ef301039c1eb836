package io.vinbridge.sandbox.ledger;

import io.vinbridge.sandbox.http.Request;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts every call when it comes in, whatever becomes of it. */
public final class Ledger {
    private static final int LARGEST_KEPT = 64 * 1024;

    private final Clock clock;
    private final int kept;
    private final Tally operations = new Tally();
    private final Map<Subject.Kind, Tally> subjects = new EnumMap<>(Subject.Kind.class);
    private final LongAdder refusedBySchema = new LongAdder();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger underWayAtMost = new AtomicInteger();
    private final Deque<RecordedRequest> recent = new ArrayDeque<>();

    /** Keeps the last so many requests as they came, but for bodies larger than 64 KB. */
    public Ledger(Clock clock, int kept) {
        this.clock = clock;
        this.kept = kept;
        for (Subject.Kind kind : Subject.Kind.values()) {
            subjects.put(kind, new Tally());
        }
    }

    /** All calls since the start or the last reset. */
    public long calls() {
        return operations.sum();
    }

    /**
     * Calls of an operation: {@code describeVehicle} and the other eight, {@code wsdl}, {@code style}, {@code crawl},
     * {@code picture}.
     */
    public long calls(String operation) {
        return operations.of(operation);
    }

    public Map<String, Long> callsByOperation() {
        return operations.all();
    }

    /** Calls about the VIN or any other of its pattern. */
    public long callsForVin(String vin) {
        return subjects.get(Subject.Kind.PATTERN).of(Subject.pattern(vin));
    }

    public Map<String, Long> callsByPattern() {
        return subjects.get(Subject.Kind.PATTERN).all();
    }

    /** Calls about a style by its id, of either service. */
    public long callsForStyle(int styleId) {
        return subjects.get(Subject.Kind.STYLE).of(String.valueOf(styleId));
    }

    public Map<String, Long> callsByStyle() {
        return subjects.get(Subject.Kind.STYLE).all();
    }

    /** Calls for a picture by the path of its address. */
    public long callsForPicture(String path) {
        return subjects.get(Subject.Kind.PICTURE).of(path);
    }

    public Map<String, Long> callsByPicture() {
        return subjects.get(Subject.Kind.PICTURE).all();
    }

    /** Number of patterns, styles or pictures that were asked for. */
    public int distinct(Subject.Kind kind) {
        return subjects.get(kind).names();
    }

    public long refusedBySchema() {
        return refusedBySchema.sum();
    }

    /** Calls whose last byte is not out yet. */
    public int underWay() {
        return underWay.get();
    }

    public int underWayAtMost() {
        return underWayAtMost.get();
    }

    /** The last requests, the oldest first. */
    public List<RecordedRequest> recent() {
        synchronized (recent) {
            return List.copyOf(recent);
        }
    }

    public void reset() {
        operations.clear();
        subjects.values().forEach(Tally::clear);
        refusedBySchema.reset();
        underWayAtMost.set(underWay.get());
        synchronized (recent) {
            recent.clear();
        }
    }

    /** Notes that a call came in; whoever calls this must {@link #leave()} when the last byte of the answer is out. */
    public void enter() {
        underWayAtMost.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    }

    public void leave() {
        underWay.decrementAndGet();
    }

    /** Notes what a call is. */
    public void note(String service, String operation, Subject subject, Request request) {
        operations.add(operation);
        if (subject.kind() != Subject.Kind.NONE) {
            subjects.get(subject.kind()).add(subject.countedAs());
        }
        if (request.body().length <= LARGEST_KEPT) {
            keep(new RecordedRequest(clock.instant(), service, operation, request));
        }
    }

    public void noteSchemaRefusal() {
        refusedBySchema.increment();
    }

    private void keep(RecordedRequest recorded) {
        synchronized (recent) {
            recent.addLast(recorded);
            while (recent.size() > kept) {
                recent.removeFirst();
            }
        }
    }
}
