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

    /**
     * Of two for the same key, one that does for both: as urgent as the more urgent of them, and for a fetch that
     * begins after now if one of them wants that.
     */
    public WorkRequest and(WorkRequest other) {
        WorkRequest stricter = other.cause.takesAnyAnswer() ? this : other;
        Priority moreUrgent = other.priority.level() < priority.level() ? other.priority : priority;
        return new WorkRequest(key, kind, lane, argument, moreUrgent, stricter.cause, stricter.correlationId);
    }
}
