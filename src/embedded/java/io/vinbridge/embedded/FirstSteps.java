package io.vinbridge.embedded;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Says that the service is ready, and what to try. */
record FirstSteps(ListenPorts listening, String sandbox) implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        String api = "http://localhost:" + listening.api();
        System.out.printf("""

                Vinbridge is ready. No key is needed here, because it listens on this machine only. Try:

                  curl -s %1$s/api/v1/vehicles/1HGCY2F67PAA12345
                  curl -s %1$s/api/v1/vehicles/1HGCY2F67PAA12345/media
                  curl -s %1$s/api/v1/usage

                and then look:

                  %1$s/docs         the contract, to read and to try
                  %1$s/gallery      pictures, once they are copied
                  %1$s/vins         any real VIN, decoded by NHTSA's data
                  %1$s/operations   what goes on: calls, queues, schedules, runs, routes
                  http://localhost:%2$d/actuator/hawtio   the console, route by route
                  %3$s/sandbox    the ChromeData that answers here, and how to trouble it

                Ctrl-C stops it; what is stored stays.

                """, api, listening.management(), sandbox);
    }
}
