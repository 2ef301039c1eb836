package io.vinbridge.feeds;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a feed as it is asked for: {@code NAME}, {@code NAME.csv}, {@code NAME.xml.gz}.
 *
 * @param form null where it is the feed's usual one
 */
public record FeedAddress(String name, FeedForm form, boolean packed) {

    private static final Pattern ASKED =
            Pattern.compile("([a-z][a-z0-9-]*?)(?:\\.(csv|xml|json))?(\\.gz)?", Pattern.CASE_INSENSITIVE);

    /**
     * Reads one.
     *
     * @throws Failure if no feed is ever called so
     */
    public static FeedAddress read(String asked) {
        Matcher parts = ASKED.matcher(String.valueOf(asked));
        if (!parts.matches()) {
            throw new Failure(Reason.NOT_FOUND, "There is no feed " + asked);
        }
        String form = parts.group(2);
        return new FeedAddress(
                parts.group(1),
                form == null ? null : FeedForm.valueOf(form.toUpperCase(Locale.ROOT)),
                parts.group(3) != null);
    }

    /** The form in which a feed is written. */
    public FeedForm form(PlatformFeed feed) {
        return form == null ? feed.schema().form() : form;
    }
}
