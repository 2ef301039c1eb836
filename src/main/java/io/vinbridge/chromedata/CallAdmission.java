package io.vinbridge.chromedata;

import static java.util.stream.Collectors.toMap;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.Lane;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Admission of calls: the lanes that this node's circuit breakers and the cluster's budget let through now. */
@Component
public class CallAdmission {

    /** Lanes in which everything is a call; what is to be described may be answered without. */
    private static final List<Lane> CALLS_ONLY = List.of(Lane.LIST, Lane.MEDIA, Lane.PICTURE);

    private static final Set<Lane> CALLING = EnumSet.complementOf(EnumSet.of(Lane.OWN));

    private final Map<ChromeDataService, List<Guarded>> services;
    private final Map<ChromeDataService, Boolean> accounts;
    private final DescribingService usual;
    private final CallHolds holds;
    private final Budget budget;

    CallAdmission(
            Map<String, CircuitBreaker> breakers,
            Map<String, BreakerFallback> fallbacks,
            Account account,
            ApiAccount api,
            CallHolds holds,
            Budget budget) {
        Guarded form = new Guarded(breakers.get("requestBreaker"), fallbacks.get("requestGate"));
        this.services = Stream.of(ChromeDataService.values()).collect(toMap(service -> service, service -> {
            String word = service.word();
            String owner = service.server().word();
            Guarded reach = new Guarded(breakers.get(word + "Breaker"), fallbacks.get(word + "Fallback"));
            Guarded own = new Guarded(breakers.get(owner + "AccountBreaker"), fallbacks.get("accountFallback"));
            return service.checksForm() ? List.of(reach, form, own) : List.of(reach, own);
        }));
        this.accounts = Stream.of(ChromeDataService.values())
                .collect(toMap(service -> service, service -> switch (service) {
                    case ADS -> account.complete();
                    case CVD, VSS -> api.complete();
                    case MEDIA, PICTURE -> !account.mediaNumber().isBlank();
                }));
        this.usual = account.service();
        this.holds = holds;
        this.budget = budget;
    }

    /** Number of calls in a lane that the circuit breakers let through: none, a few trials, or all. */
    public int admitted(Lane lane, int most) {
        if (unasked(lane)) {
            return 0;
        }
        return behind(lane).stream()
                .mapToInt(service -> admitted(services.get(service), most))
                .max()
                .orElse(most);
    }

    /**
     * Whether a service is in trouble, so that its failures say nothing of what was asked: a breaker is open, or tries
     * whether the trouble has passed.
     */
    public boolean troubled(ChromeDataService service) {
        return services.get(service).stream().anyMatch(one -> one.breaker.getState() != CircuitBreaker.State.CLOSED);
    }

    /** Whether one of the services that describe is asked at all, and its calls are not held back now. */
    public boolean answering(DescribingService service) {
        return (service == usual || configured(service)) && !troubled(ChromeDataService.of(service));
    }

    /** Whether there is an account for a service that describes, or it is the usual one. */
    public boolean configured(DescribingService service) {
        return service == usual || accounts.get(ChromeDataService.of(service));
    }

    /** The service whose lists are the catalogue's. */
    public ChromeDataService lister() {
        return usual == DescribingService.CVD ? ChromeDataService.VSS : ChromeDataService.ADS;
    }

    /** The services that may describe, the usual one first; any of them is enough. */
    public List<ChromeDataService> describers() {
        return Stream.of(usual, usual.other())
                .filter(this::configured)
                .map(ChromeDataService::of)
                .toList();
    }

    /**
     * Lets a call of a service pass, whatever it is.
     *
     * @throws Failure where there is no account to ask with
     */
    public void requireAccount(@Variable("calledService") ChromeDataService service) {
        if (!accounts.get(service)) {
            throw noAccount();
        }
    }

    /**
     * Lets a question pass that only ADS has an answer to.
     *
     * @param what is asked for, in the plural
     * @throws Failure where vehicles are described by CVD, or there is no account to ask with
     */
    public void requireAds(String what) {
        if (usual == DescribingService.CVD) {
            throw new Failure(
                    Reason.NOT_CARRIED,
                    "CVD and VSS have no " + what + ": ADS alone answers that (CHROMEDATA_SERVICE=ads)");
        }
        requireAccount(ChromeDataService.ADS);
    }

    /** The lanes in which nothing is begun now, for people who wait or for the others, and why. */
    public Map<Lane, Failure> closed(boolean people) {
        Map<Lane, Failure> closed = new EnumMap<>(Lane.class);
        Map<String, Duration> left = holds.left();
        Optional<Failure> spent = budget.spent(people);
        for (Lane lane : CALLING) {
            if (lane.billed()) {
                spent.ifPresent(failure -> closed.put(lane, failure));
            }
            held(lane, left).ifPresent(failure -> closed.put(lane, failure));
            refused(lane).ifPresent(failure -> closed.put(lane, failure));
            if (unasked(lane)) {
                closed.put(lane, noAccount());
            }
        }
        return closed;
    }

    /** Where each service behind a lane asked for a rest: until the first may be called again. */
    private Optional<Failure> held(Lane lane, Map<String, Duration> left) {
        List<Duration> waits = behind(lane).stream()
                .map(service -> left.get(service.server().word()))
                .filter(Objects::nonNull)
                .toList();
        return waits.size() < behind(lane).size()
                ? Optional.empty()
                : waits.stream().min(Comparator.naturalOrder()).map(CallHolds::held);
    }

    private Optional<Failure> refused(Lane lane) {
        if (admitted(lane, 1) > 0) {
            return Optional.empty();
        }
        return services.get(behind(lane).get(0)).stream()
                .filter(one -> one.admitted(1) == 0)
                .reduce((one, last) -> last)
                .map(one -> one.gate.closed());
    }

    private static Failure noAccount() {
        return new Failure(Reason.UPSTREAM_REFUSED, "There is no ChromeData account to ask with");
    }

    private boolean unasked(Lane lane) {
        return CALLS_ONLY.contains(lane) && !accounts.get(behind(lane).get(0));
    }

    /** The services that may answer what is in a lane; any of them is enough. */
    private List<ChromeDataService> behind(Lane lane) {
        return switch (lane) {
            case OWN -> List.of();
            case LIST -> List.of(lister());
            case DESCRIBE -> describers();
            case MEDIA -> List.of(ChromeDataService.MEDIA);
            case PICTURE -> List.of(ChromeDataService.PICTURE);
        };
    }

    private static int admitted(List<Guarded> service, int most) {
        return service.stream().mapToInt(one -> one.admitted(most)).min().orElse(most);
    }

    private record Guarded(CircuitBreaker breaker, BreakerFallback gate) {

        int admitted(int most) {
            return switch (breaker.getState()) {
                case OPEN, FORCED_OPEN -> 0;
                case HALF_OPEN ->
                    Math.min(most, breaker.getCircuitBreakerConfig().getPermittedNumberOfCallsInHalfOpenState());
                default -> most;
            };
        }
    }
}
