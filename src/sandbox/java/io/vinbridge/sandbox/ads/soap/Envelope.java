package io.vinbridge.sandbox.ads.soap;

import io.vinbridge.sandbox.http.Content;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.text.Xml;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The SOAP envelope as the real service writes it: prefix S, an XML declaration in single quotes, a header that differs
 * from reply to reply.
 */
public final class Envelope {
    private static final String START = "<?xml version='1.0' encoding='UTF-8'?>"
            + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>";
    private static final String END = "</S:Body></S:Envelope>";
    private static final AtomicInteger REPLIES = new AtomicInteger();

    private Envelope() {}

    /** An uncompressed reply with the content of the body. */
    public static Reply reply(int status, String content) {
        return reply(status, Content.of(bytes(START + content + END)));
    }

    /** A reply whose content begins with {@code head} and goes on with a tail that may have been compressed before. */
    public static Reply reply(String head, Tail tail, boolean gzip) {
        byte[] start = bytes(START + head);
        if (!gzip) {
            return reply(200, Content.of(start, tail.bytes()));
        }
        return reply(200, Content.of(tail.gzipBehind(start))).header("Content-Encoding", "gzip");
    }

    /** The end of a reply, closed by the end of the envelope. */
    public static Tail tail(Xml content) {
        return new Tail(bytes(content.raw(END).toString()));
    }

    private static Reply reply(int status, Content content) {
        int number = REPLIES.getAndIncrement();
        return Reply.of(status, "text/xml;charset=utf-8", content)
                .header("Chrome", (80 + number / 1000 % 20) + "." + number % 1000);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
