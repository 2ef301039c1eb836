package io.vinbridge.refresh.schedules;

import io.vinbridge.vpic.edition.EditionDownload;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Fetch of NHTSA's monthly publication, as work of the queue, so that one node does it. */
@Component
class VpicRefresh {

    private final EditionDownload download;
    private final WorkQueue queue;

    VpicRefresh(EditionDownload download, WorkQueue queue) {
        this.download = download;
        this.queue = queue;
    }

    void fetch(@Variable("claim") Claim claim) {
        download.fetchNewest();
        queue.finish(claim);
    }
}
