package io.vinbridge.refresh.pictures;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.media.FetchedPicture;
import io.vinbridge.chromedata.media.PictureRequest;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.gallery.listing.StoredGallery;
import io.vinbridge.gallery.listing.StoredListing;
import io.vinbridge.gallery.mirror.Image;
import io.vinbridge.gallery.mirror.Mirror;
import io.vinbridge.gallery.mirror.StockImages;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of the flow that copies a picture. None holds a connection while ChromeData is asked or the picture is
 * stored.
 */
@Component
class MirrorSteps {

    /**
     * Addresses that are refused though they are newer than this are not refused for their age; a new listing would
     * cost a call in vain.
     */
    private static final Duration YOUNG = Duration.ofMinutes(30);

    private static final Duration RELISTING = Duration.ofSeconds(2);

    private final Galleries galleries;
    private final Mirror mirror;
    private final WorkQueue queue;
    private final WorkRequests asks;

    MirrorSteps(Galleries galleries, Mirror mirror, WorkQueue queue, WorkRequests asks) {
        this.galleries = galleries;
        this.mirror = mirror;
        this.queue = queue;
        this.asks = asks;
    }

    /**
     * Asks for those pictures of listings that are to be copied and are not there; returns the claims for which some
     * were.
     */
    Set<Claim> ask(Map<Claim, StoredListing> listings) {
        Set<String> missing = Set.copyOf(missing(listings.values().stream()
                .flatMap(listing -> listing.toCopy().stream())
                .distinct()
                .toList()));
        Map<String, WorkRequest> pictures = new HashMap<>();
        Set<Claim> asking = new HashSet<>();
        listings.forEach((claim, listing) -> listing.toCopy().stream()
                .filter(missing::contains)
                .forEach(name -> {
                    pictures.putIfAbsent(name, asks.picture(listing.styleId(), name, claim.correlationId()));
                    asking.add(claim);
                }));
        queue.askUnlessQueued(pictures.values());
        return asking;
    }

    void ask(StoredGallery gallery, String correlationId) {
        queue.askUnlessQueued(missing(galleries.toCopy(gallery)).stream()
                .map(name -> asks.picture(gallery.styleId(), name, correlationId))
                .toList());
    }

    void askForStock(List<StockImages.Named> lacking, String correlationId) {
        queue.askUnlessQueued(lacking.stream()
                .map(image -> asks.picture(image.styleId(), image.name(), correlationId))
                .toList());
    }

    private List<String> missing(List<String> wanted) {
        return wanted.isEmpty() ? List.of() : mirror.missing(wanted);
    }

    /**
     * Null where there is nothing to fetch: another style brought the picture meanwhile, or the listing has it no more.
     */
    PictureRequest request(@Variable("claim") Claim claim) {
        return mirror.missing(List.of(name(claim))).isEmpty()
                ? null
                : mirror.request(style(claim), name(claim)).orElse(null);
    }

    Image keep(@Variable("fetched") Answer<FetchedPicture> answer) {
        return mirror.keep(given(answer));
    }

    @Transactional
    public void record(
            @Body Image kept, @Variable("fetched") Answer<FetchedPicture> answer, @Variable("claim") Claim claim) {
        mirror.record(name(claim), given(answer), kept);
        queue.finish(claim);
    }

    /**
     * Asks for a new listing, which has new addresses, and fails until it is there. The picture stays in the queue:
     * taken off and asked for again by the listing, it would be lost where the two meet.
     */
    void relist(@Variable("claim") Claim claim) {
        if (!galleries.lists(style(claim), name(claim))) {
            leave(claim);
            return;
        }
        if (!galleries.olderThan(style(claim), YOUNG)) {
            throw new Failure(
                    Reason.UPSTREAM_REFUSED, "The Media Gallery refuses a picture that it listed a moment ago");
        }
        queue.askUnlessQueued(List.of(asks.newAddresses(style(claim))));
        throw new Failure(Reason.PENDING, "A picture's address has run out; the style is listed anew", RELISTING);
    }

    /** A stock image has a new address with the next description only: until then its copy is as good as it was. */
    private void leave(Claim claim) {
        if (!mirror.leave(name(claim))) {
            throw new Failure(
                    Reason.UPSTREAM_REFUSED, "The Media Gallery refuses the stock image of style " + style(claim));
        }
        queue.finish(claim);
    }

    void finish(@Variable("claim") Claim claim) {
        queue.finish(claim);
    }

    private static FetchedPicture given(Answer<FetchedPicture> answer) {
        return ((Answer.Given<FetchedPicture>) answer).data();
    }

    private static int style(Claim claim) {
        return Integer.parseInt(claim.argument().substring(0, claim.argument().indexOf(' ')));
    }

    private static String name(Claim claim) {
        return claim.argument().substring(claim.argument().indexOf(' ') + 1);
    }
}
