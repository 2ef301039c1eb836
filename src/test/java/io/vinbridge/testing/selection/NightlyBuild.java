package io.vinbridge.testing.selection;

/** The nightly build, {@code -Dtests.nightly=true}, in which tests that try many cases alike try all of them. */
public final class NightlyBuild {

    private static final boolean ON = Boolean.getBoolean("tests.nightly");

    private NightlyBuild() {}

    /** How many are tried: {@code all} at night, {@code some} else. */
    public static int tries(int some, int all) {
        return ON ? all : some;
    }
}
