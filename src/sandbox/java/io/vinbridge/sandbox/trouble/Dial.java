package io.vinbridge.sandbox.trouble;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A thing about a service that can be turned while it runs. A rate is the share of calls, 0.0 to 1.0, that it befalls.
 */
public enum Dial {
    LATENCY("latency", 0, "milliseconds before every answer"),
    JITTER("jitter", 0, "up to so many milliseconds more, at random"),
    RESET("reset", "the connection is reset"),
    HANG("hang", "accepted and never answered"),
    UNAVAILABLE("unavailable", "HTTP 503 with an HTML page"),
    FAULT("fault", "HTTP 500; of ads with a SOAP fault"),
    COMPLAINT(
            "complaint",
            "HTTP 500 with a fault that complains of the form of the request; of others than ads HTTP 400"),
    TOO_MANY("tooMany", "HTTP 429 with Retry-After"),
    REFUSE_CREDENTIALS("refuseCredentials", "refused as if account number or secret were wrong"),
    REFUSE_COUNTRY("refuseCountry", "refused as if the country were not licensed"),
    REFUSE_QUOTA("refuseQuota", "refused as if the quota were spent"),
    REFUSE_ENTITLEMENT("refuseEntitlement", "refused as if the account were not entitled"),
    BROKEN("broken", "the body is not well-formed"),
    WRONG_NAMESPACE("wrongNamespace", "the body is in another namespace"),
    HTML("html", "HTTP 200 with an HTML page"),
    INVALID_UTF8("invalidUtf8", "the body has bytes that are not UTF-8"),
    EMPTY("empty", "HTTP 200 with an empty body"),
    TRUNCATE("truncate", "the connection closes in the middle of the body"),
    DRIP("drip", 0, "bytes a second at which bodies go, 0 for no limit"),
    RETRY_AFTER("retryAfter", 1, "seconds in Retry-After"),
    CALLS_LEFT("callsLeft", -1, "calls until the quota is spent, -1 for no end"),
    GZIP("gzip", 1, "1 to compress for who accepts it, 0 never to"),
    SEED("seed", 0, "what the draws start from; turning it starts them anew");

    private static final List<Dial> TROUBLES =
            Arrays.stream(values()).filter(dial -> dial.rate).toList();

    private final String label;
    private final double initial;
    private final boolean rate;
    private final String meaning;

    Dial(String label, String meaning) {
        this(label, 0, true, meaning);
    }

    Dial(String label, double initial, String meaning) {
        this(label, initial, false, meaning);
    }

    Dial(String label, double initial, boolean rate, String meaning) {
        this.label = label;
        this.initial = initial;
        this.rate = rate;
        this.meaning = meaning;
    }

    /** The name in JSON and in queries. */
    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /** The value of a dial that nobody turned. */
    public double initial() {
        return initial;
    }

    /** True if the value is a share of the calls. */
    public boolean rate() {
        return rate;
    }

    public static Optional<Dial> labelled(String label) {
        return Arrays.stream(values()).filter(dial -> dial.label.equals(label)).findFirst();
    }

    /** The dials that are rates; where several befall one call, the first of them does. */
    static List<Dial> troubles() {
        return TROUBLES;
    }
}
