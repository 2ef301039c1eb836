package io.vinbridge.refresh.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.tracing.Requester;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Those who wait are told, or told to come back, and are never too many. */
class KeyWaitersTest {

    private final KeyWaiters awaiting = new KeyWaiters(new RefreshSettings(
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            2,
            Duration.ofDays(90),
            10,
            Duration.ZERO,
            10,
            null,
            null,
            null));

    private final List<Thread> waiters = new ArrayList<>();

    @Test
    void tellsEverybodyWhoWaitsForAKeyThatItIsSettled() {
        CompletableFuture<Map<String, Failure>> first = waiting("a", "b");
        CompletableFuture<Map<String, Failure>> second = waiting("a");
        await().until(() -> waiters.stream().allMatch(one -> one.getState() == Thread.State.TIMED_WAITING));

        awaiting.settled("a");
        assertThat(second.join()).isEmpty();
        awaiting.settled("b");
        assertThat(first.join()).isEmpty();
        assertThat(awaiting.keys()).isEmpty();
    }

    @Test
    void tellsWhatFailedByKey() {
        CompletableFuture<Map<String, Failure>> waiting = waiting("a", "b");
        await().until(() -> awaiting.keys().size() == 2);
        Failure failure = new Failure(Reason.UPSTREAM_MALFORMED, "nonsense");

        awaiting.failed("a", failure);
        awaiting.settled("b");

        assertThat(waiting.join()).containsExactly(Map.entry("a", failure));
    }

    @Test
    void saysPendingForWhatIsNotSettledInTime() {
        Map<String, Failure> failures = awaiting.all(List.of("a"), Duration.ofMillis(20));

        assertThat(failures.get("a").reason()).isEqualTo(Reason.PENDING);
        assertThat(failures.get("a").retryAfter()).contains(Duration.ofSeconds(5));
    }

    @Test
    void sendsTheNextAwayWhereEverySeatIsTaken() {
        CompletableFuture<Map<String, Failure>> first = waiting("a");
        CompletableFuture<Map<String, Failure>> second = waiting("b");
        await().until(() -> awaiting.keys().size() == 2);

        assertThatThrownBy(() -> awaiting.all(List.of("c"), Duration.ofSeconds(1)))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("Too many wait");

        awaiting.settled("a");
        awaiting.settled("b");
        first.join();
        second.join();
        assertThat(awaiting.all(List.of(), Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void leavesHalfOfTheSeatsToOthersWhateverOneCallerAsks() {
        CompletableFuture<Map<String, Failure>> first = waiting("a");
        await().until(() -> awaiting.keys().size() == 1);
        CompletableFuture<Map<String, Failure>> greedy = waitingFor("greedy", "b");
        await().until(() -> awaiting.keys().size() == 2);
        awaiting.settled("a");
        first.join();

        assertThat(waitingFor("greedy", "c"))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("You wait for too many");
        CompletableFuture<Map<String, Failure>> patient = waitingFor("patient", "d");
        await().until(() -> awaiting.keys().contains("d"));

        awaiting.settled("b");
        awaiting.settled("d");
        greedy.join();
        patient.join();
        assertThat(waitingFor("greedy")).succeedsWithin(Duration.ofSeconds(10));
    }

    private CompletableFuture<Map<String, Failure>> waitingFor(String caller, String... keys) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Requester.is(caller);
                    return awaiting.all(List.of(keys), Duration.ofSeconds(20));
                },
                task -> new Thread(task).start());
    }

    private CompletableFuture<Map<String, Failure>> waiting(String... keys) {
        return CompletableFuture.supplyAsync(() -> awaiting.all(List.of(keys), Duration.ofSeconds(20)), task -> {
            Thread waiter = new Thread(task);
            waiters.add(waiter);
            waiter.start();
        });
    }
}
