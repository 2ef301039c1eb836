package io.vinbridge.refresh;

import io.vinbridge.correlation.Correlation;
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
import org.springframework.stereotype.Component;

/** Puts wishes into the queue's words: under which key, for which flow, asked with what. */
@Component
public class Asks {

    /** What the number of a style stands behind, among a run's subjects. */
    public static final String STYLE = "style:";

    private static final String AGED_KEY = "aged";
    private static final String SYNC_KEY = "catalog-sync";
    private static final String FORGET_KEY = "forgetting";
    private static final String PICTURES_KEY = "picture-check";
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

    /** A new listing of a style's pictures, because the addresses of the old one are not good any more. */
    Ask newAddresses(int styleId) {
        return Kind.GALLERY.ask(
                Galleries.key(styleId), Integer.toString(styleId), Priority.AGE, Cause.FORCED, correlationId());
    }

    /** A picture by its name, and a style whose listing has it. */
    Ask picture(int styleId, String name, String correlationId) {
        return Kind.PICTURE.ask("picture:" + name, styleId + " " + name, Priority.AGE, Cause.MISS, correlationId);
    }

    /** The check of what is mirrored. */
    public Ask pictureCheck() {
        return behind(PICTURES_KEY, Kind.PICTURE_CHECK, "");
    }

    /** A new look that a person wants, whatever is there. */
    Ask forced(String key, Vin vin) {
        return forced(key, Kind.VEHICLE, vin.value());
    }

    Ask forcedStyle(int styleId) {
        return forced(keys.style(styleId), Kind.STYLE, Integer.toString(styleId));
    }

    /** The walk over what is stale. */
    public Ask aged() {
        return behind(AGED_KEY, Kind.AGED, "");
    }

    Ask catalog(CatalogList list) {
        return person(Kind.CATALOG, keys.catalog(list.name()), list.name());
    }

    /** The data builds; nobody waits for them. */
    public Ask version() {
        return Kind.VERSION.ask(VERSION_KEY, "", Priority.AGE, Cause.BUILD, correlationId());
    }

    /** The walk down the catalogue. */
    public Ask catalogSync() {
        return behind(SYNC_KEY, Kind.CATALOG_SYNC, "");
    }

    /** A list that the walk down the catalogue wants. */
    public Ask sync(CatalogList list, String correlationId) {
        return Kind.CATALOG.ask(keys.catalog(list.name()), list.name(), Priority.AGE, Cause.STALE, correlationId);
    }

    /** The deletion of what has been kept for long enough. */
    public Ask forgetting() {
        return behind(FORGET_KEY, Kind.FORGETTING, "");
    }

    /** What the key of a style begins with; the style's number follows. */
    public String stylePrefix() {
        return keys.stylePrefix();
    }

    /** Something that a refresh run wants: a VIN, or a style as {@code style:} and its number. */
    public Ask ofRun(String subject, String key, Cause cause, String correlationId) {
        Priority priority = cause == Cause.MISS ? Priority.EVENT : Priority.BUILD;
        boolean style = subject.startsWith(STYLE);
        return style
                ? Kind.STYLE.ask(key, subject.substring(STYLE.length()), priority, cause, correlationId)
                : Kind.VEHICLE.ask(key, subject, priority, cause, correlationId);
    }

    /** A first look at a vehicle of which an event told, or another one, which takes no answer that began before the event. */
    Ask ofEvent(String key, Vin vin, String correlationId) {
        return Kind.VEHICLE.ask(key, vin.value(), Priority.EVENT, Cause.EVENT, correlationId);
    }

    static String correlationId() {
        return Correlation.id();
    }

    private static Ask behind(String key, Kind kind, String ask) {
        return kind.ask(key, ask, Priority.AGE, Cause.STALE, correlationId());
    }

    private static Ask forced(String key, Kind kind, String ask) {
        return kind.ask(key, ask, Priority.PERSON, Cause.FORCED, correlationId());
    }

    private static Ask person(Kind kind, String key, String ask) {
        return kind.ask(key, ask, Priority.PERSON, Cause.MISS, correlationId());
    }
}
