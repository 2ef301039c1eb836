package io.vinbridge.embedded;

import io.vinbridge.vpic.dump.ImportProgress;
import io.vinbridge.vpic.edition.Edition;
import io.vinbridge.vpic.edition.Editions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Edition of NHTSA's data that comes with the embedded run, so that it decodes real VINs without a network. Another one
 * is left alone.
 */
final class ShippedEdition implements ApplicationListener<ApplicationStartedEvent> {

    /** Made by {@code bin/ship-vpic-edition}. */
    private static final String FILE = "/vpic/shipped-edition.gz";

    private static final String SOURCE =
            "NHTSA vPIC (public domain), state of February 2026: the selection that comes with the embedded run";

    @Override
    public void onApplicationEvent(ApplicationStartedEvent event) {
        Editions editions = event.getApplicationContext().getBean(Editions.class);
        if (editions.standing().inUse() == null) {
            try (InputStream file = ShippedEdition.class.getResourceAsStream(FILE)) {
                editions.load(file, SOURCE, true, ImportProgress.NONE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Edition edition = editions.inUse().edition();
        System.out.println("Real VINs are decoded by NHTSA's data, " + edition.name()
                + (edition.partial()
                        ? ", about " + Math.round(100 * edition.share())
                                + " % of its patterns; the whole of it is loaded with\n"
                                + "  curl -s -X POST --data-binary @vPICList_lite_YYYY_MM.plain.zip -H 'Content-Type: application/zip' URL/api/v1/vpic/imports"
                        : "."));
    }
}
