package io.vinbridge.sandbox.media.studio;

/** Bent sheet of a car: a point for each pair of coordinates from 0 to 1, and what it is made of there. */
interface Surface {

    Point at(double u, double v);

    /**
     * What it is made of at a point of it, of which the direction along the car says how far it looks ahead or back.
     */
    Material material(double u, double v, Point point, double ahead);

    /** Into how many strips it is cut each way. */
    int strips();

    int steps();
}
