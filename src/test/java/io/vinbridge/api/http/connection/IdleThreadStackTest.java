package io.vinbridge.api.http.connection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which thread answers a request. */
class IdleThreadStackTest {

    private static final int LEAST = 2;
    private static final int MOST = 8;
    private static final long IDLE_MILLIS = 300;

    private final ThreadPoolExecutor pool =
            IdleThreadStack.pool(LEAST, MOST, IDLE_MILLIS, new TaskThreadFactory("request-", true, 5));

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    @Test
    void threadsOfABurstEndThoughRequestsGoOnComing() throws Exception {
        allAtOnce(MOST);
        assertThat(pool.getPoolSize()).isEqualTo(MOST);

        await().atMost(10, SECONDS).pollInterval(Duration.ofMillis(5)).until(() -> {
            CountDownLatch answered = new CountDownLatch(1);
            pool.execute(answered::countDown);
            return answered.await(5, SECONDS) && pool.getPoolSize() <= LEAST + 1;
        });
    }

    @Test
    void oneRequestAfterTheOtherNeedsFewThreads() throws Exception {
        allAtOnce(MOST);
        await().until(() -> pool.getActiveCount() == 0);
        Set<Thread> used = ConcurrentHashMap.newKeySet();

        for (int i = 0; i < 200; i++) {
            CountDownLatch answered = new CountDownLatch(1);
            pool.execute(() -> {
                used.add(Thread.currentThread());
                answered.countDown();
            });
            assertThat(answered.await(5, SECONDS)).isTrue();
            await().pollInterval(Duration.ofMillis(1)).until(() -> pool.getActiveCount() == 0);
        }

        assertThat(used).hasSizeLessThanOrEqualTo(MOST / 2);
    }

    @Test
    void moreRequestsThanThreadsWaitAndAreAllAnswered() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger answered = new AtomicInteger();
        for (int i = 0; i < 1000; i++) {
            pool.execute(() -> {
                try {
                    open.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                answered.incrementAndGet();
            });
        }
        assertThat(pool.getPoolSize()).isEqualTo(MOST);
        assertThat(pool.getQueue()).hasSize(1000 - MOST);

        open.countDown();

        await().atMost(10, SECONDS).untilAtomic(answered, equalTo(1000));
    }

    @Test
    void noRequestIsLostAmongManySenders() throws Exception {
        AtomicInteger answered = new AtomicInteger();
        Thread[] senders = new Thread[4];
        for (int i = 0; i < senders.length; i++) {
            senders[i] = new Thread(() -> {
                for (int request = 0; request < 20_000; request++) {
                    pool.execute(answered::incrementAndGet);
                }
            });
            senders[i].start();
        }
        for (Thread sender : senders) {
            sender.join();
        }

        await().atMost(10, SECONDS).untilAtomic(answered, equalTo(80_000));
    }

    private void allAtOnce(int many) throws Exception {
        CyclicBarrier together = new CyclicBarrier(many + 1);
        for (int i = 0; i < many; i++) {
            pool.execute(() -> {
                try {
                    together.await(5, SECONDS);
                } catch (Exception e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        together.await(5, SECONDS);
    }
}
