package io.vinbridge.ops.health;

import io.vinbridge.ops.monitoring.DegradedHealth;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Readiness of the threads that answer requests: a node on which all of them were busy for seconds, with requests
 * waiting, serves nobody.
 */
@Component("workersHealthIndicator")
class WorkersHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ApplicationContext context;
    private final Duration patience;
    private final AtomicLong idleAt = new AtomicLong(System.nanoTime());

    @Autowired
    WorkersHealth(ApplicationContext context) {
        this(context, PATIENCE);
    }

    WorkersHealth(ApplicationContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
    }

    @Override
    public Health health() {
        // A folder of routes is checked without a web server.
        if (!(context instanceof WebServerApplicationContext web
                && web.getWebServer() instanceof TomcatWebServer tomcat
                && tomcat.getTomcat().getConnector().getProtocolHandler().getExecutor()
                        instanceof ThreadPoolExecutor workers)) {
            return Health.up().build();
        }
        boolean busy = workers.getActiveCount() >= workers.getMaximumPoolSize()
                && !workers.getQueue().isEmpty();
        long now = System.nanoTime();
        if (!busy) {
            idleAt.set(now);
        }
        return now - idleAt.get() <= patience.toNanos()
                ? Health.up().build()
                : DegradedHealth.outOfService(
                        "workers-busy",
                        workers.getQueue().size() + " requests wait for one of " + workers.getMaximumPoolSize()
                                + " threads",
                        "Look what the threads wait for, and who sends so many requests");
    }
}
