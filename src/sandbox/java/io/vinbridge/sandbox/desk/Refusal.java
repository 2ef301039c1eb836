package io.vinbridge.sandbox.desk;

/**
 * Reason for which an account is refused. The real texts are not known; these are what a service would naturally say,
 * and can be set.
 */
public enum Refusal {
    CREDENTIALS(401, "Invalid account number or secret."),
    COUNTRY(403, "The account is not licensed for the requested country."),
    QUOTA(403, "The number of calls permitted for the account has been reached."),
    ENTITLEMENT(403, "The account is not entitled to the requested data.");

    private final int status;
    private final String usualText;

    Refusal(int status, String usualText) {
        this.status = status;
        this.usualText = usualText;
    }

    /** The HTTP status of a service that has no other way to say it. */
    public int status() {
        return status;
    }

    /** Default text of the refusal. */
    public String usualText() {
        return usualText;
    }
}
