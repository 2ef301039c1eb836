package io.vinbridge.failures;

/** Something without which the service does not start, and what to do about it. */
public final class StartUpProblem extends RuntimeException {

    private final String action;

    /** {@code message} says what is wrong, {@code action} what to do; both are shown. */
    public StartUpProblem(String message, String action) {
        super(message);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
