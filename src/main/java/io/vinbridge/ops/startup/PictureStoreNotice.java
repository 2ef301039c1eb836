package io.vinbridge.ops.startup;

import io.vinbridge.failures.Failure;
import io.vinbridge.gallery.mirror.MirrorSettings;
import io.vinbridge.gallery.store.ImageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Notice at the start that no picture can be stored: a wrong folder or bucket is told before the first picture is
 * fetched for it, perhaps hours later.
 */
@Component
class PictureStoreNotice implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(PictureStoreNotice.class);

    private final ImageStore store;
    private final MirrorSettings settings;

    PictureStoreNotice(ImageStore store, MirrorSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** On a thread of its own: a store that hangs keeps no node from being ready. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (settings.enabled()) {
            Thread thread = new Thread(this::look, "picture-store-notice");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void look() {
        try {
            store.checkRoom();
        } catch (Failure failure) {
            LOG.warn("Pictures are not copied: {}", failure.getMessage());
        }
    }
}
