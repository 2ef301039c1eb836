package io.vinbridge.api.http.connection;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/**
 * Queue that gives a request to the thread that became idle last. The container's own gives it to the one that has been
 * idle for longest: then all threads that a burst ever needed stay alive for as long as requests come, and what
 * libraries keep for each thread lives just long enough to fill the heap, and is replaced then.
 *
 * <p>A request waits here only where as many threads as there may be are busy; whichever ends first takes it.
 */
final class IdleThreadStack extends TaskQueue {

    private static final long serialVersionUID = 1;

    /** Of its waiting takers, the last is the first. */
    private final transient SynchronousQueue<Runnable> idle = new SynchronousQueue<>();

    private transient ThreadPoolExecutor pool;

    /** A pool of threads that takes its requests from such a queue. */
    static ThreadPoolExecutor pool(int least, int most, long idleMillis, ThreadFactory threads) {
        IdleThreadStack queue = new IdleThreadStack();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(least, most, idleMillis, TimeUnit.MILLISECONDS, queue, threads);
        queue.setParent(pool);
        return pool;
    }

    @Override
    public void setParent(ThreadPoolExecutor parent) {
        pool = parent;
        super.setParent(parent);
    }

    /** Whether an idle thread has it, or it waits, as all there may be are busy; else the pool makes one more. */
    @Override
    public boolean offer(Runnable request) {
        return idle.offer(request) || (pool.getPoolSize() >= pool.getMaximumPoolSize() && force(request));
    }

    @Override
    public Runnable take() throws InterruptedException {
        Runnable waiting = poll();
        return waiting == null ? idle.take() : waiting;
    }

    @Override
    public Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
        Runnable waiting = poll();
        return waiting == null ? idle.poll(timeout, unit) : waiting;
    }
}
