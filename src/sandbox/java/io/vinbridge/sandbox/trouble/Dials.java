package io.vinbridge.sandbox.trouble;

import io.vinbridge.sandbox.catalog.models.Draw;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The dials of one service. What befalls the n-th call since the seed was turned is always the same. */
public final class Dials {
    private final Map<Dial, Double> values = new EnumMap<>(Dial.class);
    private final Script script = new Script();
    private long drawn;

    /** All dials as nobody turned them. */
    public Dials() {
        reset();
    }

    /** Turns a dial; takes effect with the next call. */
    public synchronized Dials turn(Dial dial, double value) {
        if (Double.isNaN(value) || (dial.rate() && (value < 0 || value > 1))) {
            throw new IllegalArgumentException("A rate is between 0 and 1, not " + value + ": " + dial.label());
        }
        values.put(dial, value);
        drawn = dial == Dial.SEED ? 0 : drawn;
        return this;
    }

    public synchronized double value(Dial dial) {
        return values.get(dial);
    }

    /** Turns everything back, forgets scripted answers and starts the draws anew. */
    public synchronized void reset() {
        for (Dial dial : Dial.values()) {
            values.put(dial, dial.initial());
        }
        drawn = 0;
        script.clear();
    }

    /** The answers that come next whatever the dials say. */
    public Script script() {
        return script;
    }

    /** Draws what befalls the next call. */
    public synchronized Trouble next() {
        Draw draw = Draw.of("trouble").with(values.get(Dial.SEED).longValue()).with(drawn++);
        double latency = value(Dial.LATENCY) + value(Dial.JITTER) * draw.unit();
        return new Trouble(
                Math.round(latency),
                kind(draw),
                (int) value(Dial.DRIP),
                (int) value(Dial.RETRY_AFTER),
                value(Dial.GZIP) > 0);
    }

    private Optional<Dial> kind(Draw draw) {
        for (Dial dial : Dial.troubles()) {
            double rate = value(dial);
            if (rate > 0 && draw.with(dial.label()).chance(rate)) {
                return Optional.of(dial);
            }
        }
        return spent() ? Optional.of(Dial.REFUSE_QUOTA) : Optional.empty();
    }

    private boolean spent() {
        double left = value(Dial.CALLS_LEFT);
        if (left > 0) {
            values.put(Dial.CALLS_LEFT, left - 1);
        }
        return left == 0;
    }
}
