package io.vinbridge.stock.reading;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Search for the places of a tree at which its lines stand: the outermost parts of which none has the VINs of two
 * vehicles, so that groups, lists in lists and a list of one are told from a car that was traded in. What has a VIN of
 * its own is a line, whatever others are in it. All of the tree is gone through, for the last part may be the first
 * that has two.
 */
final class LinePlaces {

    /** A format has fewer by far; it is a map by something unheard of that has more. */
    private static final int MOST = 100_000;

    private final Deque<Part> open = new ArrayDeque<>();
    private int places;

    LinePlaces() {
        open.push(new Part(new LinePlace(), false));
    }

    /**
     * Begins a part.
     *
     * @param name of the member or element; {@link LinePlace#ELEMENT} of what stands in a list, where a VIN is one of
     *     several though it be the only one
     * @throws BrokenFile if there are too many names to tell lines by
     */
    void begin(String name) {
        Part outer = open.peek();
        outer.parts++;
        if (outer.place.inner(name) == null && places++ > MOST) {
            throw new BrokenFile("It has more than " + MOST + " kinds of members, by which no lines can be told");
        }
        LinePlace place = outer.place.within(name);
        place.begin(outer);
        open.push(new Part(place, name.equals(LinePlace.ELEMENT)));
    }

    /** The place of the part that has begun last, and has not ended. */
    LinePlace place() {
        return open.peek().place;
    }

    /** Says that the part that has begun last has a VIN of its own. */
    void vin() {
        open.peek().own = true;
    }

    /** Says that the part that has begun last is the VIN of the part around it. */
    void beVin() {
        open.peek().own = true;
        open.peek().vin = true;
    }

    void end() {
        Part part = open.pop();
        part.end();
        open.peek().take(part);
    }

    /** Ends the search; what it gives is the place around all roots. */
    LinePlace around() {
        Part around = open.pop();
        around.end();
        return around.place;
    }

    /** Part that stands at a place. */
    private static final class Part {

        private final LinePlace place;
        private final boolean listed;
        private boolean own;
        private boolean vin;
        private boolean several;
        private int parts;
        private int vins;
        private int vehicles;

        Part(LinePlace place, boolean listed) {
            this.place = place;
            this.listed = listed;
        }

        private void take(Part inner) {
            if (inner.vin) {
                vins++;
            } else if (inner.vehicles > 0) {
                boolean again = inner.place.holdsAgain(this);
                several |= inner.several || inner.listed || again;
                vehicles += inner.vehicles;
            }
        }

        /** A list of VINs is no vehicle, and what says its VIN twice is one. */
        private void end() {
            own |= vins == 1 || (vins > 0 && parts > vins);
            several = !own && (several || vins > 0);
            vehicles = own ? 1 : vehicles + vins;
            place.end(own, several, vehicles);
        }
    }
}
