package io.vinbridge.api.access.filters;

import java.io.IOException;
import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.policy.PolicyRestrictor;
import org.springframework.core.io.ClassPathResource;

/**
 * Allow-list of what Jolokia reads, {@code console-access.xml}; of beans that are not Camel's, not even the names are
 * told.
 */
public final class ConsoleRestrictor extends PolicyRestrictor {

    private static final String CAMEL = "org.apache.camel";

    /** The list of the class path. */
    public ConsoleRestrictor() throws IOException {
        super(new ClassPathResource("console-access.xml").getInputStream());
    }

    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        return !CAMEL.equals(name.getDomain());
    }
}
