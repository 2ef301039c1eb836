package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.desk.Account;
import io.vinbridge.sandbox.desk.Call;
import io.vinbridge.sandbox.desk.Refusal;
import io.vinbridge.sandbox.desk.Service;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.http.Request;
import io.vinbridge.sandbox.ledger.Subject;
import java.util.List;

/**
 * Serves the photographs under the addresses that the listings gave, and the stock images under addresses that never
 * change.
 */
public final class PictureService implements Service {
    /** The path that all pictures are under, once the listings have taken theirs. */
    public static final String PATH = "/MediaGallery/";

    private static final int SEGMENTS_OF_SIGNED = 6;

    private final Account account;
    private final PictureAddresses addresses;
    private final Pictures pictures = new Pictures();

    public PictureService(Account account, PictureAddresses addresses) {
        this.account = account;
        this.addresses = addresses;
    }

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public Call read(Request request) {
        return new Call("picture", Subject.picture(request.path()), gzip -> answer(request));
    }

    private Reply answer(Request request) {
        List<String> segments = List.of(request.path().split("/", -1)).stream()
                .map(Request::decoded)
                .toList();
        String file = segments.get(segments.size() - 1);
        boolean signed = request.path().startsWith(PictureAddresses.PATH);
        if (signed
                && !(segments.size() == SEGMENTS_OF_SIGNED && addresses.good(segments.get(3), segments.get(4), file))) {
            return Reply.of(403, "text/plain;charset=utf-8", "The address is not valid, or no longer.");
        }
        return PictureFile.read(file)
                .map(picture -> conditional(request, Look.of(picture)))
                .orElseGet(() -> Reply.of(404, "text/plain;charset=utf-8", "There is no such picture."));
    }

    private Reply conditional(Request request, Look look) {
        boolean same = request.header("If-None-Match")
                .map(tag -> tag.contains(look.etag()))
                .orElseGet(() -> request.header("If-Modified-Since")
                        .filter(look.lastModified()::equals)
                        .isPresent());
        Reply reply = same ? Reply.empty(304) : Reply.of(200, look.background().contentType(), pictures.of(look));
        return reply.header("ETag", look.etag()).header("Last-Modified", look.lastModified());
    }

    @Override
    public Reply fault() {
        return Reply.of(500, "text/plain;charset=utf-8", "An error occurred.");
    }

    @Override
    public Reply refusal(Refusal why) {
        return Reply.of(why.status(), "text/plain;charset=utf-8", account.text(why));
    }
}
