package io.vinbridge.refresh.pictures;

import io.vinbridge.gallery.Galleries;
import io.vinbridge.gallery.listing.StoredGallery;
import io.vinbridge.gallery.mirror.Retention;
import io.vinbridge.gallery.mirror.Scrub;
import io.vinbridge.gallery.mirror.StockImages;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import java.util.List;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/**
 * Goes through everything that is mirrored or should be, in short steps, each of which stands: a walk that a crash ends
 * is begun anew and finds less to do.
 */
@Component
class MirrorCheck {

    private static final int PAGE = 100;

    private final Galleries galleries;
    private final MirrorSteps mirroring;
    private final StockImages stock;
    private final Scrub scrub;
    private final Retention retention;
    private final WorkQueue queue;

    MirrorCheck(
            Galleries galleries,
            MirrorSteps mirroring,
            StockImages stock,
            Scrub scrub,
            Retention retention,
            WorkQueue queue) {
        this.galleries = galleries;
        this.mirroring = mirroring;
        this.stock = stock;
        this.scrub = scrub;
        this.retention = retention;
        this.queue = queue;
    }

    void check(@Variable("claim") Claim claim) {
        retention.forgetUnused();
        scrub.verifyAll();
        askForMissing(claim);
        queue.finish(claim);
    }

    private void askForMissing(Claim claim) {
        List<StoredGallery> page = galleries.after(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(gallery -> mirroring.ask(gallery, claim.correlationId()));
            page = galleries.after(page.get(page.size() - 1).styleId(), PAGE);
        }
        List<StockImages.Named> lacking = stock.lacking(0, PAGE);
        while (!lacking.isEmpty()) {
            mirroring.askForStock(lacking, claim.correlationId());
            lacking = stock.lacking(lacking.get(lacking.size() - 1).styleId(), PAGE);
        }
    }
}
