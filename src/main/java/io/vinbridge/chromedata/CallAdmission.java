package io.vinbridge.chromedata;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.Lane;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Admission of calls: the lanes that this node's circuit breakers and the cluster's budget let through now. */
@Component
public class CallAdmission {

    /** Lanes in which everything is a call; what is to be described may be answered without. */
    private static final List<Lane> CALLS_ONLY = List.of(Lane.LIST, Lane.MEDIA, Lane.PICTURE);

    private final List<Guarded> pictures;
    private final Map<DescribingService, List<Guarded>> describing = new EnumMap<>(DescribingService.class);
    private final Map<Lane, Boolean> asked = new EnumMap<>(Lane.class);
    private final DescribingService usual;
    private final Budget budget;

    CallAdmission(
            Map<String, CircuitBreaker> breakers,
            Map<String, BreakerFallback> fallbacks,
            Account account,
            ApiAccount api,
            Budget budget) {
        List<Guarded> ads = List.of(
                new Guarded(breakers.get("adsBreaker"), fallbacks.get("adsFallback")),
                new Guarded(breakers.get("requestBreaker"), fallbacks.get("requestGate")),
                new Guarded(breakers.get("accountBreaker"), fallbacks.get("accountFallback")));
        List<Guarded> cvd = List.of(
                new Guarded(breakers.get("cvdBreaker"), fallbacks.get("cvdFallback")),
                new Guarded(breakers.get("apiAccountBreaker"), fallbacks.get("accountFallback")));
        this.pictures = List.of(
                new Guarded(breakers.get("mediaBreaker"), fallbacks.get("mediaFallback")),
                new Guarded(breakers.get("pictureBreaker"), fallbacks.get("pictureFallback")),
                new Guarded(breakers.get("mediaAccountBreaker"), fallbacks.get("accountFallback")));
        this.usual = account.service();
        this.budget = budget;
        describing.put(usual, usual == DescribingService.ADS ? ads : cvd);
        if (account.complete()) {
            describing.put(DescribingService.ADS, ads);
        }
        if (api.complete()) {
            describing.put(DescribingService.CVD, cvd);
        }
        this.asked.put(Lane.DESCRIBE, account.complete() || api.complete());
        this.asked.put(Lane.LIST, usual == DescribingService.ADS ? account.complete() : api.complete());
        boolean media = !account.mediaNumber().isBlank();
        this.asked.put(Lane.MEDIA, media);
        this.asked.put(Lane.PICTURE, media);
    }

    /** Number of calls in a lane that the circuit breakers let through: none, a few trials, or all. */
    public int admitted(Lane lane, int most) {
        if (CALLS_ONLY.contains(lane) && !asked.get(lane)) {
            return 0;
        }
        return behind(lane).stream()
                .mapToInt(service -> admitted(service, most))
                .max()
                .orElse(most);
    }

    /**
     * Whether a service behind a lane is in trouble, so that its failures say nothing of what was asked: a breaker is
     * open, or tries whether the trouble has passed.
     */
    public boolean troubled(Lane lane) {
        return behind(lane).stream().anyMatch(CallAdmission::troubled);
    }

    /** Whether one of the services that describe is asked at all, and its calls are not held back now. */
    public boolean answering(DescribingService service) {
        List<Guarded> guards = describing.get(service);
        return guards != null && !troubled(guards);
    }

    /** Whether there is an account for a service that describes. */
    public boolean configured(DescribingService service) {
        return describing.containsKey(service);
    }

    /**
     * Lets a call pass, whatever it is.
     *
     * @throws Failure where there is no account to ask with
     */
    public void requireAccount() {
        if (!asked.get(Lane.DESCRIBE)) {
            throw noAccount();
        }
    }

    /** The lanes in which nothing is begun now, for people who wait or for the others, and why. */
    public Map<Lane, Failure> closed(boolean people) {
        Map<Lane, Failure> closed = budget.closed(people);
        for (Lane lane : Lane.values()) {
            List<List<Guarded>> services = behind(lane);
            if (!services.isEmpty() && admitted(lane, 1) == 0) {
                services.get(0).stream()
                        .filter(one -> one.admitted(1) == 0)
                        .reduce((one, last) -> last)
                        .ifPresent(one -> closed.put(lane, one.gate.closed()));
            }
        }
        CALLS_ONLY.stream().filter(lane -> !asked.get(lane)).forEach(lane -> closed.put(lane, noAccount()));
        return closed;
    }

    private static Failure noAccount() {
        return new Failure(Reason.UPSTREAM_REFUSED, "There is no ChromeData account to ask with");
    }

    /** The services that may answer what is in a lane, the usual one first; any of them is enough. */
    private List<List<Guarded>> behind(Lane lane) {
        return switch (lane) {
            case OWN -> List.of();
            case LIST -> List.of(describing.get(usual));
            case DESCRIBE ->
                Stream.concat(
                                Stream.of(describing.get(usual)),
                                describing.entrySet().stream()
                                        .filter(other -> other.getKey() != usual)
                                        .map(Map.Entry::getValue))
                        .toList();
            case MEDIA -> List.of(List.of(pictures.get(0), pictures.get(2)));
            case PICTURE -> List.of(List.of(pictures.get(1), pictures.get(2)));
        };
    }

    private static int admitted(List<Guarded> service, int most) {
        return service.stream().mapToInt(one -> one.admitted(most)).min().orElse(most);
    }

    private static boolean troubled(List<Guarded> service) {
        return service.stream().anyMatch(one -> one.breaker.getState() != CircuitBreaker.State.CLOSED);
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
