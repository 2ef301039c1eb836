package io.vinbridge.api.caching;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One range of bytes (RFC 9110, 14); of several, or of one that cannot be read, nobody has to take notice. */
public record ByteRange(int from, int to, int length) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    /** Empty where the whole is to be sent. */
    public static Optional<ByteRange> read(String header, int length) {
        Matcher one = ONE.matcher(header.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            int last = Integer.parseInt(one.group(2));
            return Optional.of(new ByteRange(last == 0 ? length : Math.max(0, length - last), length - 1, length));
        }
        int from = Integer.parseInt(one.group(1));
        int to = one.group(2).isEmpty() ? length - 1 : Integer.parseInt(one.group(2));
        return to < from && !one.group(2).isEmpty()
                ? Optional.empty()
                : Optional.of(new ByteRange(from, Math.min(to, length - 1), length));
    }

    public Reply reply(String type, List<Map.Entry<String, String>> headers, byte[] bytes) {
        if (from >= length) {
            return new Reply(416, type, headers, Content.NONE).with("Content-Range", "bytes */" + length);
        }
        return new Reply(206, type, headers, Content.part(bytes, from, to + 1 - from))
                .with("Content-Range", "bytes " + from + "-" + to + "/" + length);
    }
}
