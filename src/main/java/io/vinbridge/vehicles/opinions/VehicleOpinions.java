package io.vinbridge.vehicles.opinions;

import static java.util.stream.Collectors.partitioningBy;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.chromedata.Account;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.registry.VpicView;
import io.vinbridge.vpic.edition.VpicSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Second opinions and stand-ins: NHTSA's data, compared with the vehicles' descriptions, and in the place of those that
 * are not there. They are kept in the vehicles' rows, so that a read pays nothing for them. Patterns and documents are
 * read outside the transaction that writes.
 */
@Component
public class VehicleOpinions {

    private static final String PATIENCE = "10 seconds";

    private final VpicSettings settings;
    private final Account account;
    private final VinJudge judge;
    private final OpinionRows rows;
    private final ChangeLog changes;
    private final TransactionTemplate transaction;

    VehicleOpinions(
            VpicSettings settings,
            Account account,
            VinJudge judge,
            OpinionRows rows,
            ChangeLog changes,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.account = account;
        this.judge = judge;
        this.rows = rows;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** For how long ChromeData is given the first word, where it can be asked; an interval of PostgreSQL. */
    public String patience() {
        return account.asks() ? PATIENCE : "0 seconds";
    }

    /**
     * Compares described vehicles that are not compared yet, and stands in for those that wait in vain; returns how
     * many there were.
     */
    public int judgeNew(int most, String correlationId) {
        List<ComparedVehicle> found = new ArrayList<>(rows.uncompared(most));
        if (settings.serves() && found.size() < most) {
            found.addAll(rows.unanswered(patience(), most - found.size()));
        }
        judge(found, correlationId);
        return found.size();
    }

    /** Judges the next vehicles behind a VIN anew; returns the last, empty where there are no more. */
    public Optional<String> judgeAfter(String vin, int most, String correlationId) {
        List<ComparedVehicle> found = rows.after(vin, most);
        judge(found, correlationId);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).vin());
    }

    /** Stands in for vehicles that are not described, now. */
    public void standInFor(Collection<Vin> vins, String correlationId) {
        if (settings.serves() && !vins.isEmpty()) {
            judge(rows.of(vins.stream().map(Vin::value).toList()), correlationId);
        }
    }

    /** The vehicle with a comparison of what it is now: it is made here where it was not stored yet. */
    public StoredVehicle compared(StoredVehicle vehicle) {
        if (!vehicle.described() || vehicle.vpic().current()) {
            return vehicle;
        }
        ComparedVehicle asked = new ComparedVehicle(
                vehicle.vin().value(),
                vehicle.document().bytes(),
                vehicle.summary().styleId(),
                null,
                false,
                null,
                null);
        return judge.judge(List.of(asked)).stream()
                .flatMap(session -> session.verdicts().stream())
                .findFirst()
                .map(verdict -> vehicle.with(
                        new VpicView(verdict.opinionText(), true, verdict.warnings(), null, null, null, null)))
                .orElse(vehicle);
    }

    private void judge(List<ComparedVehicle> vehicles, String correlationId) {
        if (vehicles.isEmpty()) {
            return;
        }
        judge.judge(vehicles)
                .map(session -> new VinJudge.Verdicts(
                        session.edition(),
                        session.verdicts().stream().filter(VinVerdict::news).toList()))
                .filter(session -> !session.verdicts().isEmpty())
                .ifPresent(session -> transaction.executeWithoutResult(status -> store(session, correlationId)));
    }

    private void store(VinJudge.Verdicts session, String correlationId) {
        Map<Boolean, List<VinVerdict>> verdicts =
                session.verdicts().stream().collect(partitioningBy(one -> one.opinion() != null));
        Set<String> stored = new HashSet<>(rows.compare(verdicts.get(true)));
        stored.addAll(rows.standIn(session.edition(), verdicts.get(false)));
        changes.append(session.verdicts().stream()
                .filter(one -> stored.contains(one.before().vin()))
                .flatMap(one -> VerdictChanges.of(one, correlationId).stream())
                .toList());
    }
}
