package io.vinbridge.embedded;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Says that the service is ready, and what to try. */
record FirstSteps(ListenPorts listening) implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        String api = "http://localhost:" + listening.api();
        System.out.printf("""

                Vinbridge is ready. No key is needed here, because it listens on this machine only. Try:

                  curl -s %1$s/api/v1/vehicles/1HGCY2F67PAA12345
                  curl -s %1$s/api/v1/vehicles/1HGCY2F67PAA12345/media
                  curl -s '%1$s/api/v1/vehicles?make=Honda'

                The contract, to read and to try in a browser: %1$s/docs
                Any real VIN, decoded by NHTSA's data: %1$s/vins
                Ctrl-C stops it; what is stored stays.

                """, api);
    }
}
