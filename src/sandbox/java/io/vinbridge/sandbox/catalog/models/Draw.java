package io.vinbridge.sandbox.catalog.models;

import java.util.List;
import java.util.Optional;

/** A reproducible draw: equal seeds give equal outcomes, in any process and on any machine. */
public record Draw(long state) {

    /**
     * Starts a draw for a purpose, so that draws for different purposes from one number have nothing to do with each
     * other.
     */
    public static Draw of(String purpose) {
        return new Draw(mix(purpose.hashCode()));
    }

    public Draw with(long seed) {
        return new Draw(mix(state ^ (seed + 0x9E3779B97F4A7C15L)));
    }

    public Draw with(String seed) {
        return with(seed.hashCode()).with(seed.length());
    }

    /** A number from 0 up to, but without, the bound. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(state, bound);
    }

    /** A number from 0.0 up to, but without, 1.0. */
    public double unit() {
        return (state >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double share) {
        return unit() < share;
    }

    public <T> T from(List<T> list) {
        return list.get(below(list.size()));
    }

    /** One of the list, if there is any. */
    public <T> Optional<T> fromAny(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(from(list));
    }

    /** As many letters and digits as asked for, such as a manufacturer's code has. */
    public String code(int length) {
        StringBuilder code = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            code.append("ABCDEFGHJKLMNPRSTUVWXYZ0123456789".charAt(with(at).below(33)));
        }
        return code.toString();
    }

    private static long mix(long seed) {
        long mixed = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
