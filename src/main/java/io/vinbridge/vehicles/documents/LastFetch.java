package io.vinbridge.vehicles.documents;

import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.vehicles.CanonicalJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Last answer of ChromeData, and its time.
 *
 * @param service such as {@code ADS 7c}; {@link #NOT_ASKED} where nobody was asked
 * @param dataSource the vendor's word for where the answer comes from, such as {@code Catalog}; null where it does not
 *     say
 * @param build the data build the answer was read from, null where it is not known
 * @param warnings what was said beside the answer: a JSON list of objects with {@code code} and {@code message}
 * @param stale whether the fetch is older than it may be
 * @param version counts the fetches
 */
public record LastFetch(
        Outcome outcome,
        String service,
        String dataSource,
        String build,
        String warnings,
        Instant at,
        boolean stale,
        long version) {

    /** The service of an answer that nobody was asked for. */
    public static final String NOT_ASKED = "none";

    /** The three things that can be remembered of an answer. */
    public enum Outcome {
        DESCRIBED,
        NOT_CARRIED,
        /** VINs of this pattern are described one by one. */
        INDIVIDUAL;

        public static Outcome stored(String word) {
            return switch (word) {
                case "described" -> DESCRIBED;
                case "not-carried" -> NOT_CARRIED;
                case "individual" -> INDIVIDUAL;
                default -> throw new IllegalStateException("unknown outcome " + word);
            };
        }
    }

    /** The same, but an answer to a question that is not asked any more, however new it is. */
    public LastFetch outdated() {
        return new LastFetch(outcome, service, dataSource, build, warnings, at, true, version);
    }

    /** Whether ChromeData was asked, rather than spared a question to which the answer is known. */
    public boolean asked() {
        return !NOT_ASKED.equals(service);
    }

    /** What was said beside the answer, as one line: codes with their texts; empty where nothing was. */
    public String inWords() {
        return Arrays.stream(CanonicalJson.read(warnings, Warning[].class))
                .map(said -> said.message() == null || said.message().isEmpty()
                        ? said.code()
                        : said.code() + " (" + said.message() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Whether ChromeData said, not too long ago, that it does not carry this. */
    public boolean notCarried() {
        return outcome == Outcome.NOT_CARRIED && !stale;
    }
}
