package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.vehicles.descriptions.NegativeAnswers;
import io.vinbridge.vpic.FreeDecode;
import io.vinbridge.vpic.edition.VpicSettings;
import io.vinbridge.vpic.vin.VinOutline;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkResult;
import io.vinbridge.work.usage.AvoidedCalls;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exemption of VINs from the billed call: of those that cannot be, where a rule says so, of types of vehicles that
 * ChromeData does not carry, and of all where there is no account. NHTSA's data tells the first two. What ChromeData
 * described before is asked on.
 */
@Component
class CallExemption {

    private static final Warning NO_ACCOUNT = new Warning("NoAccount", "There is no ChromeData account to ask with");

    private final Account account;
    private final FreeDecode decode;
    private final VpicSettings settings;
    private final Descriptions descriptions;
    private final NegativeAnswers negatives;
    private final WorkQueue queue;
    private final AvoidedCalls avoided;

    CallExemption(
            Account account,
            FreeDecode decode,
            VpicSettings settings,
            Descriptions descriptions,
            NegativeAnswers negatives,
            WorkQueue queue,
            AvoidedCalls avoided) {
        this.account = account;
        this.decode = decode;
        this.settings = settings;
        this.descriptions = descriptions;
        this.negatives = negatives;
        this.queue = queue;
        this.avoided = avoided;
    }

    /** Why ChromeData is not asked for the work in hand; null where it is. */
    Warning reason(@Variable("claim") Claim claim) {
        Warning reason = account.asks() ? ofVin(claim) : NO_ACCOUNT;
        if (reason == null || !descriptions.described(claim.key())) {
            return reason;
        }
        if (!account.asks()) {
            throw new Failure(Reason.UPSTREAM_REFUSED, NO_ACCOUNT.message());
        }
        return null;
    }

    /** Ends the work with that as the answer. */
    @Transactional
    public void keep(@Variable("claim") Claim claim, @Variable("exemption") Warning reason) {
        queue.finish(claim, WorkResult.NOT_CARRIED);
        negatives.notAsked(claim.key(), reason);
        if (account.asks()) {
            avoided.note(claim.cause(), AvoidedCalls.How.DECODE, 1);
        }
    }

    private Warning ofVin(Claim claim) {
        return WorkKind.of(claim) == WorkKind.VEHICLE
                ? decode.outline(claim.argument()).map(this::of).orElse(null)
                : null;
    }

    private Warning of(VinOutline vin) {
        if (settings.impossible() == VpicSettings.Impossible.REFUSE && vin.impossible() != null) {
            return new Warning("ImpossibleVin", vin.impossible());
        }
        return settings.spares(vin.vehicleType())
                ? new Warning(
                        "VehicleTypeNotAsked",
                        "By NHTSA's data it is of the type " + vin.vehicleType()
                                + ", which ChromeData does not carry (vinbridge.vpic.not-asked)")
                : null;
    }
}
