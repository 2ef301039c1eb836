package io.vinbridge.ops.routes.check;

import java.nio.charset.StandardCharsets;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.ResourceResolverSupport;
import org.springframework.stereotype.Component;

/**
 * Serves routes the mappings that run with them: as {@code routes:/NAME.jslt}, which is where vinbridge.routes-location
 * points.
 */
@Component("resource-loader-" + RunningMappings.SCHEME)
public class RunningMappings extends ResourceResolverSupport {

    static final String SCHEME = "routes";

    private volatile RouteSet running = RouteSet.EMPTY;

    RunningMappings() {
        super(SCHEME);
    }

    public void serve(RouteSet routes) {
        running = routes;
    }

    @Override
    protected Resource createResource(String location, String remaining) {
        String text = running.text(remaining.replaceFirst("^/+", ""));
        return text == null
                ? ResourceHelper.fromBytes(location, new byte[0])
                : ResourceHelper.fromBytes(location, text.getBytes(StandardCharsets.UTF_8));
    }
}
