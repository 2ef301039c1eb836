package io.vinbridge.sandbox.trouble;

import io.vinbridge.sandbox.http.Content;
import io.vinbridge.sandbox.http.Reply;
import java.nio.charset.StandardCharsets;

/** Replies that are not what they should be. */
public final class CorruptReply {
    private static final String PAGE =
            "<html><head><title>%s</title></head><body><h1>%s</h1><p>Please try again later.</p></body></html>";
    private static final byte[] NOT_UTF8 = {(byte) 0xC3, (byte) 0x28, (byte) 0xFF};

    private CorruptReply() {}

    /** HTTP 503 with a page, as a proxy in front of a service that is down answers. */
    public static Reply unavailable() {
        return page(503, "Service Unavailable");
    }

    /** HTTP 429 that names the seconds to wait. */
    public static Reply tooMany(int retryAfter) {
        return page(429, "Too Many Requests").header("Retry-After", String.valueOf(retryAfter));
    }

    /** The reply with a body that is spoiled as the dial says. It must not be compressed. */
    public static Reply by(Dial dial, Reply reply) {
        byte[] body = reply.content().bytes();
        return switch (dial) {
            case BROKEN -> reply.content(broken(body));
            case WRONG_NAMESPACE -> reply.content(inAnotherNamespace(body));
            case INVALID_UTF8 -> reply.content(notUtf8(body));
            case EMPTY -> reply.content(Content.of());
            default -> page(200, "Welcome");
        };
    }

    private static Reply page(int status, String title) {
        return Reply.of(status, "text/html;charset=utf-8", PAGE.formatted(title, title));
    }

    /** Neither XML nor JSON survives a body without its end, nor a picture. */
    private static Content broken(byte[] body) {
        byte[] half = new byte[body.length / 2];
        System.arraycopy(body, 0, half, 0, half.length);
        return Content.of(half, "<<".getBytes(StandardCharsets.UTF_8));
    }

    private static Content inAnotherNamespace(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return Content.of(text.replace("urn:description", "urn:elsewhere").getBytes(StandardCharsets.UTF_8));
    }

    private static Content notUtf8(byte[] body) {
        byte[] start = new byte[body.length * 2 / 3];
        byte[] rest = new byte[body.length - start.length];
        System.arraycopy(body, 0, start, 0, start.length);
        System.arraycopy(body, start.length, rest, 0, rest.length);
        return Content.of(start, NOT_UTF8, rest);
    }
}
