package io.vinbridge.changes;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A position of the feed as readers carry it: {@code c} and a number, so that nobody takes a change's id for one. */
public final class FeedCursor {

    private static final Pattern FORM = Pattern.compile("c([0-9]{1,18})");

    private FeedCursor() {}

    public static String write(long position) {
        return "c" + position;
    }

    /**
     * The position that a cursor stands for.
     *
     * @throws Failure if it is no cursor
     */
    public static long read(String cursor) {
        Matcher form = FORM.matcher(cursor);
        if (!form.matches()) {
            throw new Failure(Reason.INVALID_REQUEST, "The cursor is none that the change feed gave");
        }
        return Long.parseLong(form.group(1));
    }
}
