package io.vinbridge.refresh.queue;

import io.vinbridge.gallery.Galleries;
import io.vinbridge.refresh.CatalogList;
import io.vinbridge.tracing.Correlation;
import io.vinbridge.vehicles.ModelDesignation;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.RegisteredVin;
import io.vinbridge.work.CallCause;
import io.vinbridge.work.Priority;
import io.vinbridge.work.WorkRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts wishes into the queue's words: under which key, for which flow, asked with what. */
@Component
public class WorkRequests {

    /** Prefix of a style's number, among a run's subjects. */
    public static final String STYLE = "style:";

    /** Behind the kind of a run's subject that is no vehicle. */
    private static final char KIND = ':';

    private static final String AGED_KEY = "aged";
    private static final String SYNC_KEY = "catalog-sync";
    private static final String FORGET_KEY = "forgetting";
    private static final String VPIC_KEY = "vpic";
    private static final String OPINIONS_KEY = "opinions";
    private static final String PICTURES_KEY = "picture-check";
    private static final String VERSION_KEY = "version";

    private final RequestKeys keys;

    WorkRequests(RequestKeys keys) {
        this.keys = keys;
    }

    /** One for each key, however many VINs share it; the first of them is the one that ChromeData is asked with. */
    public Collection<WorkRequest> vehicles(Collection<RegisteredVin> registered) {
        Map<String, WorkRequest> once = new LinkedHashMap<>();
        for (RegisteredVin vehicle : registered) {
            once.putIfAbsent(
                    vehicle.requestKey(),
                    person(WorkKind.VEHICLE, vehicle.requestKey(), vehicle.vin().value()));
        }
        return once.values();
    }

    public WorkRequest style(int styleId) {
        return person(WorkKind.STYLE, keys.style(styleId), Integer.toString(styleId));
    }

    /** What goes by some words. */
    public WorkRequest model(ModelDesignation designation) {
        return person(WorkKind.MODEL, keys.model(designation), designation.text());
    }

    public WorkRequest staleModel(ModelDesignation designation) {
        return behind(keys.model(designation), WorkKind.MODEL, designation.text());
    }

    public WorkRequest forcedModel(ModelDesignation designation) {
        return forced(keys.model(designation), WorkKind.MODEL, designation.text());
    }

    public WorkRequest gallery(int styleId) {
        return person(WorkKind.GALLERY, Galleries.key(styleId), Integer.toString(styleId));
    }

    /** A new fetch of what is stale, under one of its VINs; nobody waits for it. */
    public WorkRequest stale(String key, Vin vin) {
        return behind(key, WorkKind.VEHICLE, vin.value());
    }

    public WorkRequest staleStyle(int styleId) {
        return behind(keys.style(styleId), WorkKind.STYLE, Integer.toString(styleId));
    }

    public WorkRequest staleGallery(int styleId) {
        return behind(Galleries.key(styleId), WorkKind.GALLERY, Integer.toString(styleId));
    }

    /** A new listing of a style's pictures, because the addresses of the old one are not good any more. */
    public WorkRequest newAddresses(int styleId) {
        return WorkKind.GALLERY.ask(
                Galleries.key(styleId), Integer.toString(styleId), Priority.AGE, CallCause.FORCED, correlationId());
    }

    /** A picture by its name, and a style whose listing has it. */
    public WorkRequest picture(int styleId, String name, String correlationId) {
        return WorkKind.PICTURE.ask(
                "picture:" + name, styleId + " " + name, Priority.AGE, CallCause.MISS, correlationId);
    }

    /** The check of what is mirrored. */
    public WorkRequest pictureCheck() {
        return behind(PICTURES_KEY, WorkKind.PICTURE_CHECK, "");
    }

    /** A new fetch that a person wants, whatever is there. */
    public WorkRequest forced(String key, Vin vin) {
        return forced(key, WorkKind.VEHICLE, vin.value());
    }

    public WorkRequest forcedStyle(int styleId) {
        return forced(keys.style(styleId), WorkKind.STYLE, Integer.toString(styleId));
    }

    /** The walk over what is stale. */
    public WorkRequest aged() {
        return behind(AGED_KEY, WorkKind.AGED, "");
    }

    public WorkRequest catalog(CatalogList list) {
        return person(WorkKind.CATALOG, keys.catalog(list.name()), list.name());
    }

    /**
     * The data builds: one call that is not billed, which no run may hold up, as it may say that the run is in vain.
     */
    public WorkRequest version() {
        return WorkKind.VERSION.ask(VERSION_KEY, "", Priority.PERSON, CallCause.BUILD, correlationId());
    }

    /** The walk down the catalogue. */
    public WorkRequest catalogSync() {
        return behind(SYNC_KEY, WorkKind.CATALOG_SYNC, "");
    }

    /** A list that the walk down the catalogue wants. */
    public WorkRequest sync(CatalogList list, String correlationId) {
        return WorkKind.CATALOG.ask(
                keys.catalog(list.name()), list.name(), Priority.AGE, CallCause.STALE, correlationId);
    }

    /** The deletion of what has been kept for long enough. */
    public WorkRequest forgetting() {
        return behind(FORGET_KEY, WorkKind.FORGETTING, "");
    }

    /** The fetch of NHTSA's monthly publication. */
    public WorkRequest vpic() {
        return behind(VPIC_KEY, WorkKind.VPIC, "");
    }

    /** The comparison of vehicles with NHTSA's data. */
    public WorkRequest opinions() {
        return behind(OPINIONS_KEY, WorkKind.OPINIONS, "");
    }

    /** What the key of a subject that is no vehicle begins with; the subject follows. */
    public String subjectPrefix() {
        return keys.describing();
    }

    /** Whether a run's subject is a vehicle. */
    public static boolean isVehicle(String subject) {
        return subject.indexOf(KIND) < 0;
    }

    /**
     * Something that a refresh run wants: a VIN, a style as {@code style:} and its number, or a model as {@code model:}
     * and its designation.
     */
    public WorkRequest ofRun(String subject, String key, CallCause cause, String correlationId) {
        Priority priority = cause == CallCause.MISS ? Priority.EVENT : Priority.BUILD;
        if (isVehicle(subject)) {
            return WorkKind.VEHICLE.ask(key, subject, priority, cause, correlationId);
        }
        String argument = subject.substring(subject.indexOf(KIND) + 1);
        return (subject.startsWith(STYLE) ? WorkKind.STYLE : WorkKind.MODEL)
                .ask(key, argument, priority, cause, correlationId);
    }

    /**
     * A first fetch of a vehicle of which an event told, or another one, which takes no answer that began before the
     * event.
     */
    public WorkRequest ofEvent(String key, Vin vin, String correlationId) {
        return WorkKind.VEHICLE.ask(key, vin.value(), Priority.EVENT, CallCause.EVENT, correlationId);
    }

    public static String correlationId() {
        return Correlation.id();
    }

    private static WorkRequest behind(String key, WorkKind kind, String ask) {
        return kind.ask(key, ask, Priority.AGE, CallCause.STALE, correlationId());
    }

    private static WorkRequest forced(String key, WorkKind kind, String ask) {
        return kind.ask(key, ask, Priority.PERSON, CallCause.FORCED, correlationId());
    }

    private static WorkRequest person(WorkKind kind, String key, String ask) {
        return kind.ask(key, ask, Priority.PERSON, CallCause.MISS, correlationId());
    }
}
