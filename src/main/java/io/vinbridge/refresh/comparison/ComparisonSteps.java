package io.vinbridge.refresh.comparison;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.CallAdmission;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.comparison.ComparedItem;
import io.vinbridge.vehicles.comparison.Comparisons;
import io.vinbridge.vehicles.comparison.DescriptionComparison;
import io.vinbridge.vehicles.comparison.Verdict;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.registry.Vehicles;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkResult;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a comparison. None holds a connection while ChromeData is asked. */
@Component
class ComparisonSteps {

    private final Vehicles vehicles;
    private final Documents documents;
    private final Comparisons comparisons;
    private final ComparisonBudget budget;
    private final CallAdmission admission;
    private final WorkQueue queue;

    ComparisonSteps(
            Vehicles vehicles,
            Documents documents,
            Comparisons comparisons,
            ComparisonBudget budget,
            CallAdmission admission,
            WorkQueue queue) {
        this.vehicles = vehicles;
        this.documents = documents;
        this.comparisons = comparisons;
        this.budget = budget;
        this.admission = admission;
        this.queue = queue;
    }

    /**
     * The vehicle that is described by one service and may be asked of the other; null where there is nothing to
     * compare.
     */
    StoredVehicle begin(@Variable("claim") Claim claim) {
        StoredVehicle vehicle = vehicles.find(new Vin(claim.argument())).orElse(null);
        boolean comparable = vehicle != null && vehicle.described() && admission.configured(other(vehicle));
        return comparable && budget.take(claim.cause()) ? vehicle : null;
    }

    /** Leaves it at that: nothing was called. */
    void leave(@Variable("claim") Claim claim) {
        queue.finish(claim, WorkResult.EQUAL);
    }

    Object question(@Variable("claim") Claim claim, @Variable("compared") StoredVehicle vehicle) {
        return other(vehicle) == DescribingService.CVD
                ? claim.argument()
                : new AdsOperation.DescribeVin(claim.argument());
    }

    /** Compares, and stores what was found with the end of the work. */
    @Transactional
    public void store(
            @Body Answer<DescribeResult> answer,
            @Variable("claim") Claim claim,
            @Variable("compared") StoredVehicle vehicle) {
        queue.finish(claim, WorkResult.EQUAL);
        comparisons.store(
                new Comparisons.Subject(
                        vehicle.vin(),
                        vehicle.summary().modelYear(),
                        vehicle.summary().make(),
                        vehicle.summary().model()),
                items(answer, vehicle));
    }

    private List<ComparedItem> items(Answer<DescribeResult> answer, StoredVehicle vehicle) {
        boolean storedIsAds = other(vehicle) == DescribingService.CVD;
        if (!(answer instanceof Answer.Given<DescribeResult> given)) {
            return List.of(
                    storedIsAds
                            ? new ComparedItem("carried", "", Verdict.ONLY_ADS, "true", null)
                            : new ComparedItem("carried", "", Verdict.ONLY_CVD, null, "true"));
        }
        Description stored = documents.get(vehicle.document()).description();
        Description asked = given.data().description();
        return storedIsAds ? DescriptionComparison.of(stored, asked) : DescriptionComparison.of(asked, stored);
    }

    private static DescribingService other(StoredVehicle vehicle) {
        return RequestKeys.serviceOf(vehicle.requestKey()).other();
    }
}
