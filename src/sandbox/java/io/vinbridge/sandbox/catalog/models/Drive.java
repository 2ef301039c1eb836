package io.vinbridge.sandbox.catalog.models;

/** The driven wheels, with the words that ChromeData has for them. */
public enum Drive {
    FWD("Front Wheel Drive", Trait.FWD, 0),
    RWD("Rear Wheel Drive", Trait.RWD, 0),
    AWD("All Wheel Drive", Trait.AWD, 1900),
    FOUR("Four Wheel Drive", Trait._4WD, 3200);

    private final String drivetrain;
    private final Trait trait;
    private final int price;

    Drive(String drivetrain, Trait trait, int price) {
        this.drivetrain = drivetrain;
        this.trait = trait;
        this.price = price;
    }

    static Drive of(String shortName) {
        return shortName.equals("4WD") ? FOUR : valueOf(shortName);
    }

    /** The value of the attribute {@code drivetrain} of a style. */
    public String drivetrain() {
        return drivetrain;
    }

    /**
     * Spelling of the drive within the name of a style. A pickup or van has two driven wheels or four, whichever they
     * are.
     */
    public String inStyleName(Body body) {
        if (this == FOUR) {
            return "4WD";
        }
        return body.truck() && this != AWD ? "2WD" : name();
    }

    boolean allWheels() {
        return this == AWD || this == FOUR;
    }

    public Trait trait() {
        return trait;
    }

    public int price() {
        return price;
    }
}
