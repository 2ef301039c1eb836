package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.CallAdmission;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.registry.Vehicles;
import io.vinbridge.work.Claim;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Choice of the service that is about to be called, by the operator's route {@code choose-service}. Where that is
 * stopped, fails or names a service without an account, {@code CHROMEDATA_SERVICE} holds.
 */
@Component
public class ServiceChoice {

    private static final String ANSWER = "service";
    private static final int HUNDRED = 100;
    private static final Duration LATELY = Duration.ofMinutes(1);

    private final Account account;
    private final CallAdmission admission;
    private final Vehicles vehicles;
    private volatile Wrong wrong = new Wrong("", Instant.EPOCH);

    ServiceChoice(Account account, CallAdmission admission, Vehicles vehicles) {
        this.account = account;
        this.admission = admission;
        this.vehicles = vehicles;
    }

    private record Wrong(String what, Instant at) {}

    /** Whether there is a choice: styles are of the service that numbered them. */
    boolean open(Exchange exchange) {
        Claim claim = exchange.getVariable("claim", Claim.class);
        return WorkKind.of(claim) == WorkKind.VEHICLE
                && admission.configured(DescribingService.ADS)
                && admission.configured(DescribingService.CVD);
    }

    /** Tells the route what it may choose by. */
    void facts(Exchange exchange) {
        Claim claim = exchange.getVariable("claim", Claim.class);
        Vin vin = new Vin(claim.argument());
        exchange.removeVariable(ANSWER);
        exchange.setVariable("vin", vin.value());
        exchange.setVariable("modelYear", vin.modelYear());
        exchange.setVariable("make", make(vin));
        exchange.setVariable("country", account.country());
        exchange.setVariable("share", share(vin));
        exchange.setVariable("usual", account.service().word());
        for (DescribingService service : DescribingService.values()) {
            boolean up = admission.answering(service) && !claim.holds().containsKey(service.word());
            exchange.setVariable(service.word(), up ? "up" : "down");
        }
    }

    /** Takes what the route chose, of whose exchange it is all that is taken. */
    Exchange take(Exchange asking, Exchange asked) {
        Exception why = asked.getException();
        String word = why == null ? asked.getVariable(ANSWER, String.class) : null;
        Optional<DescribingService> chosen = DescribingService.named(word).filter(admission::configured);
        if (why != null) {
            note("The route choose-service could not be asked: "
                    + why.getClass().getSimpleName());
        } else if (word != null && chosen.isEmpty()) {
            note("The route choose-service chose what is none of the services, or has no account");
        }
        asking.setVariable("describedBy", chosen.orElse(account.service()));
        return asking;
    }

    /** Takes the service that is the only one. */
    void only(Exchange exchange) {
        Claim claim = exchange.getVariable("claim", Claim.class);
        DescribingService ofKey = RequestKeys.serviceOf(claim.key());
        exchange.setVariable("describedBy", admission.configured(ofKey) ? ofKey : account.service());
    }

    /** What was wrong with the route within the last minute; empty where nothing was. */
    public Optional<String> trouble() {
        Wrong last = wrong;
        return Optional.of(last.what())
                .filter(what -> last.at().isAfter(Instant.now().minus(LATELY)));
    }

    private void note(String what) {
        wrong = new Wrong(what, Instant.now());
    }

    /** Make of a vehicle that was described before; empty for others. */
    private String make(Vin vin) {
        return vehicles.find(vin)
                .map(StoredVehicle::summary)
                .map(summary -> summary.make())
                .orElse("");
    }

    /**
     * A number from 0 to 99 that all VINs of a pattern have for ever, so that a share of the patterns can be chosen.
     */
    private static int share(Vin vin) {
        CRC32 crc = new CRC32();
        crc.update(vin.pattern().getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % HUNDRED);
    }
}
