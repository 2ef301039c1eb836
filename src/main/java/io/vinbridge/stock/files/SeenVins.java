package io.vinbridge.stock.files;

import io.vinbridge.vehicles.Vin;
import java.util.Arrays;

/**
 * Set of the VINs in a file, eight bytes each, so that a million fit into a small heap. Of each VIN 64 bits of a hash
 * are kept: in a file of a million lines the chance that any two are taken for one is one in thirty million.
 */
final class SeenVins {

    private static final int FIRST = 1 << 12;
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[FIRST];
    private int size;

    /** Adds a VIN; false where it was there. */
    boolean add(Vin vin) {
        if (size * 2 >= slots.length) {
            grow();
        }
        boolean added = put(slots, hash(vin.value()));
        size += added ? 1 : 0;
        return added;
    }

    boolean contains(String vin) {
        long wanted = hash(vin);
        int at = slot(wanted, slots.length);
        while (slots[at] != 0) {
            if (slots[at] == wanted) {
                return true;
            }
            at = (at + 1) & (slots.length - 1);
        }
        return false;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        Arrays.stream(slots).filter(one -> one != 0).forEach(one -> put(larger, one));
        slots = larger;
    }

    private static boolean put(long[] slots, long hash) {
        int at = slot(hash, slots.length);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = hash;
        return true;
    }

    private static int slot(long hash, int length) {
        return (int) (hash >>> 32) & (length - 1);
    }

    private static long hash(String vin) {
        long hash = ODD;
        for (int i = 0; i < vin.length(); i++) {
            hash = (hash ^ vin.charAt(i)) * ODD;
            hash ^= hash >>> 29;
        }
        hash *= 0xBF58476D1CE4E5B9L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
