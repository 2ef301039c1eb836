package io.vinbridge.refresh.pictures;

import static java.util.stream.Collectors.toMap;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.media.ListedPicture;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.gallery.listing.StoredListing;
import io.vinbridge.refresh.queue.StoreResult;
import io.vinbridge.work.Claim;
import io.vinbridge.work.GroupCommit;
import io.vinbridge.work.LeaseLost;
import io.vinbridge.work.WorkQueue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores styles' listings, asks for the pictures that are to be copied, and takes the work off the queue: all of that
 * or nothing, and together for all that are at this step. No pictures are an answer too.
 */
@Component
public class GalleryWriter {

    private static final int MOST = 32;

    private final Galleries galleries;
    private final MirrorSteps mirroring;
    private final WorkQueue queue;
    private final GroupCommit<Listed, StoreResult> together;

    GalleryWriter(Galleries galleries, MirrorSteps mirroring, WorkQueue queue, TransactionTemplate transaction) {
        this.galleries = galleries;
        this.mirroring = mirroring;
        this.queue = queue;
        this.together = new GroupCommit<>(MOST, listed -> transaction.execute(status -> store(listed)));
    }

    private record Listed(Claim claim, List<ListedPicture> pictures) {

        int styleId() {
            return Integer.parseInt(claim.argument());
        }
    }

    /**
     * Returns whether more is to be done for it.
     *
     * @throws LeaseLost if the lease ran out and the work is another's: nothing is stored
     */
    StoreResult store(@Body Answer<List<ListedPicture>> answer, @Variable("claim") Claim claim) {
        List<ListedPicture> pictures =
                answer instanceof Answer.Given<List<ListedPicture>> given ? given.data() : List.of();
        StoreResult stored = together.write(new Listed(claim, pictures));
        if (stored == StoreResult.LOST) {
            throw new LeaseLost(claim);
        }
        return stored;
    }

    /** Follow-up work is enqueued last: a gallery's key is before a picture's. */
    private List<StoreResult> store(List<Listed> all) {
        Set<String> held = queue.lock(all.stream().map(Listed::claim).toList());
        Map<Integer, Listed> mine =
                all.stream().filter(one -> held.contains(one.claim.key())).collect(toMap(Listed::styleId, one -> one));
        Map<Claim, StoredListing> stored =
                galleries.store(mine.values().stream().collect(toMap(Listed::styleId, Listed::pictures))).stream()
                        .collect(toMap(listing -> mine.get(listing.styleId()).claim, listing -> listing));
        queue.finish(stored.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, one -> one.getValue().effect())));
        Set<Claim> more = mirroring.ask(stored);
        return all.stream()
                .map(one -> more.contains(one.claim)
                        ? StoreResult.ASKED_MORE
                        : stored.containsKey(one.claim) ? StoreResult.DONE : StoreResult.LOST)
                .toList();
    }
}
