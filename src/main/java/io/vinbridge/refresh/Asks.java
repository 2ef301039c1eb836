package io.vinbridge.refresh;

import io.vinbridge.gallery.Galleries;
import io.vinbridge.vehicles.Registered;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.work.Ask;
import io.vinbridge.work.Cause;
import io.vinbridge.work.Priority;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Puts wishes into the queue's words: under which key, for which flow, asked with what. */
@Component
class Asks {

    private static final String VERSION_KEY = "version";

    private final RequestKeys keys;

    Asks(RequestKeys keys) {
        this.keys = keys;
    }

    /** One for each key, however many VINs share it; the first of them is the one that ChromeData is asked with. */
    Collection<Ask> vehicles(Collection<Registered> registered) {
        Map<String, Ask> once = new LinkedHashMap<>();
        for (Registered vehicle : registered) {
            once.putIfAbsent(
                    vehicle.requestKey(),
                    person(Kind.VEHICLE, vehicle.requestKey(), vehicle.vin().value()));
        }
        return once.values();
    }

    Ask style(int styleId) {
        return person(Kind.STYLE, keys.style(styleId), Integer.toString(styleId));
    }

    Ask gallery(int styleId) {
        return person(Kind.GALLERY, Galleries.key(styleId), Integer.toString(styleId));
    }

    Ask catalog(CatalogList list) {
        return person(Kind.CATALOG, keys.catalog(list.name()), list.name());
    }

    /** The data builds; nobody waits for them. */
    Ask version() {
        return Kind.VERSION.ask(VERSION_KEY, "", Priority.AGE, Cause.BUILD, correlationId());
    }

    static String correlationId() {
        return MDC.get(Correlation.LOGGED);
    }

    private static Ask person(Kind kind, String key, String ask) {
        return kind.ask(key, ask, Priority.PERSON, Cause.MISS, correlationId());
    }
}
