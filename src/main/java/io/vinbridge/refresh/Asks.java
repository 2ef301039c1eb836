package io.vinbridge.refresh;

import io.vinbridge.gallery.Galleries;
import io.vinbridge.vehicles.Registered;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
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

    private static final String AGED_KEY = "aged";
    private static final String VERSION_KEY = "version";

    private final RequestKeys keys;

    Asks(RequestKeys keys) {
        this.keys = keys;
    }

    /** One for each key, however many VINs share it; the first of them is the one that ChromeData is asked with. */
    Collection<Ask> vehicles(Collection<Registered> registered) {
        Map<String, Ask> once = new LinkedHashMap<>();
        for (Registered vehicle : registered) {
            once.putIfAbsent(vehicle.requestKey(), vehicle(vehicle.requestKey(), vehicle.vin(), correlationId()));
        }
        return once.values();
    }

    /** A VIN under a key of its own, wanted by whoever wanted the pattern's. */
    Ask vehicle(String key, Vin vin, String correlationId) {
        return new Ask(key, Kind.VEHICLE.word(), vin.value(), Priority.PERSON, Cause.MISS, correlationId);
    }

    Ask style(int styleId) {
        return person(keys.style(styleId), Kind.STYLE.word(), Integer.toString(styleId));
    }

    Ask gallery(int styleId, String correlationId) {
        return new Ask(
                Galleries.key(styleId),
                Kind.GALLERY.word(),
                Integer.toString(styleId),
                Priority.PERSON,
                Cause.MISS,
                correlationId);
    }

    /** A new look at what is stale, under one of its VINs; nobody waits for it. */
    Ask stale(String key, Vin vin) {
        return behind(key, Kind.VEHICLE, vin.value());
    }

    Ask staleStyle(int styleId) {
        return behind(keys.style(styleId), Kind.STYLE, Integer.toString(styleId));
    }

    Ask staleGallery(int styleId) {
        return behind(Galleries.key(styleId), Kind.GALLERY, Integer.toString(styleId));
    }

    /** A new look that a person wants, whatever is there. */
    Ask forced(String key, Vin vin) {
        return forced(key, Kind.VEHICLE, vin.value());
    }

    Ask forcedStyle(int styleId) {
        return forced(keys.style(styleId), Kind.STYLE, Integer.toString(styleId));
    }

    /** The walk over what is stale. */
    Ask aged() {
        return behind(AGED_KEY, Kind.AGED, "");
    }

    Ask catalog(CatalogList list) {
        return person(keys.catalog(list.name()), Kind.CATALOG.word(), list.name());
    }

    /** The data builds; nobody waits for them. */
    Ask version() {
        return new Ask(VERSION_KEY, Kind.VERSION.word(), "", Priority.AGE, Cause.BUILD, correlationId());
    }

    static String correlationId() {
        return MDC.get(Correlation.LOGGED);
    }

    private static Ask behind(String key, Kind kind, String ask) {
        return new Ask(key, kind.word(), ask, Priority.AGE, Cause.STALE, correlationId());
    }

    private static Ask forced(String key, Kind kind, String ask) {
        return new Ask(key, kind.word(), ask, Priority.PERSON, Cause.FORCED, correlationId());
    }

    private static Ask person(String key, String kind, String ask) {
        return new Ask(key, kind, ask, Priority.PERSON, Cause.MISS, correlationId());
    }
}
