package io.vinbridge.vehicles.opinions;

import io.vinbridge.changes.FieldChange;
import io.vinbridge.changes.VehicleChange;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.registry.VehicleChangeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Changes that a verdict is to those who follow vehicles: a disagreement that begins or ends, and a stand-in that comes
 * or is another.
 */
final class VerdictChanges {

    private static final String MEMBER = "secondOpinion.";

    private VerdictChanges() {}

    static List<VehicleChange> of(VinVerdict verdict, String correlationId) {
        if (verdict.opinion() == null) {
            return standIn(verdict, correlationId);
        }
        SecondOpinion after = verdict.opinion();
        String stored = verdict.before().opinion();
        SecondOpinion before = stored == null
                ? new SecondOpinion(SecondOpinion.VPIC, List.of(), List.of(), List.of())
                : CanonicalJson.read(stored, SecondOpinion.class);
        List<FieldChange> begun = new ArrayList<>();
        List<FieldChange> ended = new ArrayList<>();
        for (SecondOpinion.Disagreement now : after.disagrees()) {
            SecondOpinion.Disagreement then = before.dispute(now.field()).orElse(null);
            if (!now.equals(then)) {
                begun.add(new FieldChange(MEMBER + now.field(), then, now));
            }
        }
        before.disagrees().stream()
                .filter(then -> after.dispute(then.field()).isEmpty())
                .forEach(then -> ended.add(new FieldChange(MEMBER + then.field(), then, null)));
        List<VehicleChange> changes = new ArrayList<>(2);
        if (!begun.isEmpty()) {
            changes.add(change(verdict, VehicleChangeKind.DISAGREEMENT_BEGUN, begun, correlationId));
        }
        if (!ended.isEmpty()) {
            changes.add(change(verdict, VehicleChangeKind.DISAGREEMENT_ENDED, ended, correlationId));
        }
        return changes;
    }

    /** One that goes is followed by a description, which is a change of its own. */
    private static List<VehicleChange> standIn(VinVerdict verdict, String correlationId) {
        String before = verdict.before().standIn();
        if (verdict.standIn() == null || Objects.equals(before, verdict.standInText())) {
            return List.of();
        }
        return List.of(change(
                verdict,
                before == null ? VehicleChangeKind.DESCRIBED : VehicleChangeKind.CHANGED,
                List.of(new FieldChange(
                        "source.service", before == null ? null : SecondOpinion.VPIC, SecondOpinion.VPIC)),
                correlationId));
    }

    private static VehicleChange change(
            VinVerdict verdict, String kind, List<FieldChange> fields, String correlationId) {
        return new VehicleChange(verdict.before().vin(), verdict.before().document(), kind, fields, correlationId);
    }
}
