package io.vinbridge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

/** What many write at once is written together, and each learns what became of its own. */
class GroupCommitTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> written = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void writesTogetherWhatComesInWhileATransactionIsUnderWay() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        GroupCommit<Integer, Integer> commit = new GroupCommit<>(3, pieces -> {
            written.add(pieces);
            first.countDown();
            await(goOn);
            return pieces.stream().map(piece -> piece * 10).toList();
        });
        CompletableFuture<Integer> begun = write(commit, 1);
        first.await();
        List<CompletableFuture<Integer>> others = new ArrayList<>();
        for (int piece = 2; piece <= 6; piece++) {
            others.add(write(commit, piece));
            int waiting = piece - 1;
            Awaitility.await().until(() -> commit.waiting() == waiting);
        }
        goOn.countDown();

        assertThat(begun.join()).isEqualTo(10);
        assertThat(others.stream().map(CompletableFuture::join)).containsExactly(20, 30, 40, 50, 60);
        assertThat(written).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
    }

    @Test
    void tellsEachWhatBecameOfItsOwnHoweverManyWrite() {
        GroupCommit<Integer, Integer> commit = new GroupCommit<>(16, pieces -> {
            written.add(pieces);
            return pieces.stream().map(piece -> -piece).toList();
        });

        List<CompletableFuture<Integer>> all = IntStream.range(0, 2_000)
                .mapToObj(piece -> write(commit, piece))
                .toList();

        assertThat(all.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(
                        IntStream.range(0, 2_000).mapToObj(piece -> -piece).toList());
        assertThat(written.stream().flatMap(List::stream)).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void failsNobodyForAnothersSake() {
        CountDownLatch goOn = new CountDownLatch(1);
        GroupCommit<Integer, Integer> commit = heldUp(goOn, pieces -> {
            if (pieces.contains(7)) {
                throw new IllegalStateException("seven");
            }
        });
        List<CompletableFuture<Integer>> all = oneBefore(9, commit);
        goOn.countDown();

        for (int piece = 0; piece < 10; piece++) {
            CompletableFuture<Integer> one = all.get(piece);
            if (piece == 7) {
                assertThatThrownBy(one::join).hasRootCauseMessage("seven");
            } else {
                assertThat(one.join()).isEqualTo(piece);
            }
        }
    }

    @Test
    void doesNotTryOneByOneWhereThereIsNoDatabase() {
        CountDownLatch goOn = new CountDownLatch(1);
        GroupCommit<Integer, Integer> commit = heldUp(goOn, pieces -> {
            throw new CannotCreateTransactionException("gone");
        });
        List<CompletableFuture<Integer>> all = oneBefore(9, commit);
        goOn.countDown();

        all.forEach(one -> assertThatThrownBy(one::join).hasRootCauseMessage("gone"));
        assertThat(written).hasSize(2);
    }

    @Test
    void letsNobodyTakeForWrittenWhatAnErrorOfTheWriterLeft() {
        CountDownLatch goOn = new CountDownLatch(1);
        GroupCommit<Integer, Integer> commit = heldUp(goOn, pieces -> {
            if (pieces.contains(7)) {
                throw new StackOverflowError("seven");
            }
        });
        List<CompletableFuture<Integer>> all = oneBefore(9, commit);
        goOn.countDown();

        assertThat(all.get(0).join()).isZero();
        all.subList(1, 10).forEach(one -> assertThatThrownBy(one::join).hasRootCauseMessage("seven"));
        assertThat(commit.write(11)).isEqualTo(11);
    }

    /** Notes each part, waits, and then does with it what is meant to fail. */
    private GroupCommit<Integer, Integer> heldUp(CountDownLatch goOn, Consumer<List<Integer>> then) {
        return new GroupCommit<>(16, pieces -> {
            written.add(pieces);
            await(goOn);
            then.accept(pieces);
            return pieces;
        });
    }

    /** So that all but the first are written together. */
    private List<CompletableFuture<Integer>> oneBefore(int others, GroupCommit<Integer, Integer> commit) {
        List<CompletableFuture<Integer>> all = new ArrayList<>(List.of(write(commit, 0)));
        Awaitility.await().until(() -> !written.isEmpty());
        IntStream.rangeClosed(1, others).forEach(piece -> all.add(write(commit, piece)));
        Awaitility.await().until(() -> commit.waiting() == others);
        return all;
    }

    private CompletableFuture<Integer> write(GroupCommit<Integer, Integer> commit, int piece) {
        return CompletableFuture.supplyAsync(() -> commit.write(piece), threads);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
