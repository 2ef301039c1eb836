package io.vinbridge.vehicles.registry;

import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.documents.LastFetch;
import java.time.Instant;

/**
 * A vehicle as its row stands.
 *
 * @param document the name of its document; null until it is described
 * @param reasons why the style is chosen, a JSON list of words; null where nobody chose
 * @param own what the dealer who counts says of it, a JSON object; null where nobody says anything
 * @param offers what every dealer says of it, a JSON list; null where nobody says anything
 * @param cut whether own and offers are left out, because those of other vehicles in the same batch are large
 * @param missing why there is no description; null where there is one
 * @param look null until ChromeData was asked
 * @param vpic what NHTSA's data says of it
 * @param version counts the changes of this row; of a vehicle that was deleted and came back, on from later ones
 * @param remembered whether this is what was last served, because the database does not answer
 */
public record StoredVehicle(
        Vin vin,
        String requestKey,
        DocumentHash document,
        VehicleSummary summary,
        String reasons,
        String own,
        String offers,
        boolean cut,
        MissingDescription missing,
        LastFetch look,
        VpicView vpic,
        Instant changedAt,
        long version,
        boolean remembered) {

    /** Whether there is a description. */
    public boolean described() {
        return document != null;
    }

    /** Whether a dealer said something of it, so that there is something to serve though it is not described. */
    public boolean offered() {
        return own != null;
    }

    /** Whether NHTSA's data says something in the place of a description. */
    public boolean stoodInFor() {
        return document == null && vpic.standIn() != null;
    }

    /** The same with another comparison with NHTSA's data. */
    public StoredVehicle with(VpicView view) {
        return with(missing, look, view, remembered);
    }

    /** Whether it is older than it may be; without a fetch, as after a change of settings, it counts as that. */
    public boolean stale() {
        return look == null || look.stale();
    }

    /** Whether there is a description though ChromeData has said since that it does not carry this VIN. */
    public boolean declined() {
        return described() && look != null && look.notCarried();
    }

    /** The fetch as readers are told of it: one that was declined makes a description no fresher. */
    public LastFetch toldFetch() {
        return declined() ? look.outdated() : look;
    }

    /** The same with another reason for which there is no description. */
    StoredVehicle missing(MissingDescription reason) {
        return with(reason, look, vpic, remembered);
    }

    /** The same with a fetch that counts for nothing any more. */
    StoredVehicle outdated() {
        return outdated(remembered);
    }

    /** The same as this node has it in memory: what became of it since, it cannot know. */
    StoredVehicle asRemembered() {
        return outdated(true);
    }

    private StoredVehicle outdated(boolean fromMemory) {
        return with(missing, look == null ? null : look.outdated(), vpic, fromMemory);
    }

    private StoredVehicle with(MissingDescription reason, LastFetch last, VpicView view, boolean fromMemory) {
        return new StoredVehicle(
                vin,
                requestKey,
                document,
                summary,
                reasons,
                own,
                offers,
                cut,
                reason,
                last,
                view,
                changedAt,
                version,
                fromMemory);
    }

    /** The same as one style of its description, for one answer or for good. */
    StoredVehicle as(VehicleSummary chosen, String why) {
        return new StoredVehicle(
                vin,
                requestKey,
                document,
                chosen,
                why,
                own,
                offers,
                cut,
                missing,
                look,
                vpic,
                changedAt,
                version,
                remembered);
    }

    /** Time at which ChromeData was last asked; null if it is not known. */
    public Instant at() {
        return look == null ? null : look.at();
    }

    /** True if several styles fit and none is chosen. */
    public boolean ambiguous() {
        return summary.styles() > 1 && summary.styleId() == null;
    }
}
