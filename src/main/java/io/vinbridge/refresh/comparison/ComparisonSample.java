package io.vinbridge.refresh.comparison;

import io.vinbridge.chromedata.CallAdmission;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.work.CallCause;
import io.vinbridge.work.Claim;
import io.vinbridge.work.Priority;
import io.vinbridge.work.WorkRequest;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Sample of fetches for which the other service is asked too. */
@Component
public class ComparisonSample {

    private final ChromeDataSettings.Compare settings;
    private final CallAdmission admission;

    ComparisonSample(ChromeDataSettings settings, CallAdmission admission) {
        this.settings = settings.compare();
        this.admission = admission;
    }

    /** The work that a fetch brings: a comparison for some, nothing for the rest. */
    public List<WorkRequest> of(Claim claim) {
        boolean wanted = settings.share() > 0
                && settings.callsPerDay() > 0
                && WorkKind.of(claim) == WorkKind.VEHICLE
                && admission.configured(DescribingService.ADS)
                && admission.configured(DescribingService.CVD)
                && ThreadLocalRandom.current().nextDouble() < settings.share();
        return wanted ? List.of(request(new Vin(claim.argument()), CallCause.STALE, claim.correlationId())) : List.of();
    }

    /** The comparison of a vehicle that is described. */
    public static WorkRequest request(Vin vin, CallCause cause, String correlationId) {
        return WorkKind.COMPARISON.ask("compare:" + vin.pattern(), vin.value(), Priority.AGE, cause, correlationId);
    }
}
