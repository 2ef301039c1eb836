package io.vinbridge.stock.reading;

import java.util.HashMap;
import java.util.Map;

/** Place in a tree, as {@code dealers/vehicles}, and what {@link LinePlaces} has seen of the parts that stand there. */
final class LinePlace {

    /** Name of what stands in a list. */
    static final String ELEMENT = "";

    /** Name of what stands under a number, as {@code car1}, or a stock number. */
    private static final String NUMBERED = "1";

    private final Map<String, LinePlace> inner = new HashMap<>();
    private boolean own;
    private boolean several;
    private int vehicles;
    private boolean repeated;
    private Object begunIn;
    private Object heldIn;

    /** The place of a name within it; null if nothing was seen there. */
    LinePlace inner(String name) {
        return inner.get(key(name));
    }

    /** The place of a name within it, which is new if nothing was seen there. */
    LinePlace within(String name) {
        return inner.computeIfAbsent(key(name), unseen -> new LinePlace());
    }

    private static String key(String name) {
        return name.chars().anyMatch(Character::isDigit) ? NUMBERED : name;
    }

    /**
     * Whether the parts that stand here are lines. Where there is but one, two vehicles under names of their own are
     * two groups; where there are many, it is what each says of one vehicle, such as that and the one traded in.
     *
     * @throws BrokenFile if some are a line, and others hold several
     */
    boolean line() {
        if (own && several) {
            throw new BrokenFile("Some parts of it are a vehicle, and others of the same name hold several");
        }
        return vehicles > 0 && !several && (own || repeated || vehicles == 1);
    }

    /** Whether there is a VIN here or within. */
    boolean held() {
        return vehicles > 0;
    }

    /** Whether a part that stands here has a VIN of its own. */
    boolean own() {
        return own;
    }

    boolean repeated() {
        return repeated;
    }

    /** Takes the parts here for lines by the look of them, where none names a VIN. */
    void assume() {
        own = true;
        vehicles = 1;
    }

    void begin(Object outer) {
        repeated |= begunIn == outer;
        begunIn = outer;
    }

    /** Whether an earlier part that stands here had a vehicle within the same outer one. */
    boolean holdsAgain(Object outer) {
        boolean again = heldIn == outer;
        heldIn = outer;
        return again;
    }

    void end(boolean itsOwn, boolean holdsSeveral, int held) {
        own |= itsOwn;
        several |= holdsSeveral;
        vehicles = Math.max(vehicles, held);
    }
}
