package io.vinbridge.work;

/**
 * Request for a fetch.
 *
 * @param key what is fetched; asking for a key that is queued already costs nothing
 * @param kind which flow fetches it, such as {@code describe}
 * @param lane what it costs
 * @param argument what that flow asks with, in its own words, such as a VIN
 * @param correlationId the request or event that wants it, null where nobody does
 */
public record WorkRequest(
        String key, String kind, Lane lane, String argument, Priority priority, CallCause cause, String correlationId) {

    /** Of two that ask for the same, the one for whom somebody waits more. */
    public static WorkRequest moreUrgent(WorkRequest one, WorkRequest other) {
        return other.priority.level() < one.priority.level() ? other : one;
    }
}
