package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.desk.Account;
import io.vinbridge.sandbox.desk.Call;
import io.vinbridge.sandbox.desk.Refusal;
import io.vinbridge.sandbox.desk.Service;
import io.vinbridge.sandbox.http.Content;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.http.Request;
import io.vinbridge.sandbox.ledger.Subject;
import io.vinbridge.sandbox.text.Gzip;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The listings of photographs: by style, and by the documents of the crawl. JSON if the path ends so, else XML. */
public final class MediaService implements Service {
    /** The path that all listings are under. */
    public static final String PATH = "/MediaGallery/service";

    private static final int BODY_TYPE_DEPTH = 5;

    private final Catalog catalog;
    private final Account account;
    private final PictureAddresses addresses;
    private final Crawl crawl;

    /** The base is where the service is reached, such as {@code http://127.0.0.1:8090}; it need not be known yet. */
    public MediaService(Catalog catalog, Account account, PictureAddresses addresses, Supplier<String> base) {
        this.catalog = catalog;
        this.account = account;
        this.addresses = addresses;
        this.crawl = new Crawl(catalog, () -> base.get() + PATH);
    }

    @Override
    public String name() {
        return "media";
    }

    @Override
    public Call read(Request request) {
        boolean json = request.path().endsWith(".json");
        String path = request.path().substring(PATH.length()).replaceAll("/?\\.json$", "");
        List<String> segments = Stream.of(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(Request::decoded)
                .toList();
        boolean style = segments.size() == 2 && segments.get(0).equals("style");
        return new Call(
                style ? "style" : "crawl",
                style ? Subject.style(segments.get(1)) : Subject.NONE,
                gzip -> answer(request, style, segments, json, gzip));
    }

    private Reply answer(Request request, boolean style, List<String> segments, boolean json, boolean gzip) {
        if (!authorized(request)) {
            return refusal(Refusal.CREDENTIALS);
        }
        boolean licensed = style
                || (!segments.isEmpty() && account.licensed(segments.get(0)).isPresent());
        if (!licensed) {
            return refusal(Refusal.COUNTRY);
        }
        Optional<Node> document = style ? ofStyle(segments.get(1)) : ofPlace(segments);
        return document.map(node -> reply(node, json, gzip && request.acceptsGzip()))
                .orElseGet(() -> Reply.of(404, "text/html;charset=utf-8", "<html><body>No media found.</body></html>"));
    }

    private Optional<Node> ofStyle(String id) {
        return id.matches("\\d{1,9}") ? catalog.style(Integer.parseInt(id)).flatMap(this::listing) : Optional.empty();
    }

    private Optional<Node> ofPlace(List<String> segments) {
        if (segments.size() > BODY_TYPE_DEPTH) {
            return Optional.empty();
        }
        return segments.size() < BODY_TYPE_DEPTH
                ? crawl.links(segments)
                : crawl.style(segments).flatMap(this::listing);
    }

    private Optional<Node> listing(Style style) {
        return Gallery.of(style).map(gallery -> {
            List<Node> photos = new ArrayList<>();
            gallery.views().forEach(photo -> photos.add(photo("view", photo)));
            gallery.colored().forEach(photo -> photos.add(photo("colorized", photo)));
            return Node.document("styleMedia", photos);
        });
    }

    private Node photo(String name, Photo photo) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", addresses.give(photo.fileName()));
        attributes.putAll(photo.attributes());
        return Node.leaf(name, attributes);
    }

    private static Reply reply(Node document, boolean json, boolean gzip) {
        byte[] body = (json ? document.json() : document.xml()).getBytes(StandardCharsets.UTF_8);
        String type = json ? "application/json;charset=utf-8" : "application/xml;charset=utf-8";
        return gzip
                ? Reply.of(200, type, Content.of(Gzip.compressed(body))).header("Content-Encoding", "gzip")
                : Reply.of(200, type, body);
    }

    private boolean authorized(Request request) {
        String given = request.header("Authorization").orElse("");
        String expected = account.number() + ":" + account.secret();
        String encoded = Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8));
        return given.equals("Basic " + encoded);
    }

    @Override
    public Reply fault() {
        return Reply.of(500, "text/html;charset=utf-8", "<html><body>An error occurred.</body></html>");
    }

    @Override
    public Reply refusal(Refusal why) {
        Reply reply = Reply.of(why.status(), "text/plain;charset=utf-8", account.text(why));
        return why == Refusal.CREDENTIALS ? reply.header("WWW-Authenticate", "Basic realm=\"Media Gallery\"") : reply;
    }
}
