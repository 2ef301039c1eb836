package io.vinbridge.ops.routes;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The files that this node does not run as it should, with the reason. */
@Component
public class RouteTroubles {

    private static final Logger LOG = LoggerFactory.getLogger(RouteTroubles.class);

    private final Map<String, String> reasons = new TreeMap<>();

    /** By file. */
    public synchronized Map<String, String> all() {
        return new TreeMap<>(reasons);
    }

    synchronized void note(String file, String reason) {
        if (!reason.equals(reasons.put(file, reason))) {
            LOG.error("The route file {} is refused: {}", file, reason);
        }
    }

    synchronized void over(String file) {
        reasons.remove(file);
    }
}
