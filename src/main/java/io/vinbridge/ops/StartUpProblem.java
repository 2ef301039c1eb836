package io.vinbridge.ops;

/** Something without which the service does not start, and what to do about it. */
final class StartUpProblem extends RuntimeException {

    private final String action;

    StartUpProblem(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
