package io.vinbridge.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.ResourceHelper;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** The feeds: running routes of the group {@code platforms}. They may come and go at any time. */
@Component
public class Feeds {

    private static final String GROUP = "platforms";
    private static final String PREFIX = "feed-";

    private final CamelContext context;
    private final LoadingCache<String, FeedSchema> schemas =
            Caffeine.newBuilder().maximumSize(100).build(FeedSchema::read);

    Feeds(CamelContext context) {
        this.context = context;
    }

    /** All, by their names. */
    public List<PlatformFeed> running() {
        return context.getRoutes().stream()
                .filter(this::runs)
                .map(Route::getRouteId)
                .sorted()
                .map(this::feed)
                .toList();
    }

    /**
     * The feed of a name.
     *
     * @throws Failure if none runs; it says which do
     */
    public PlatformFeed get(String name) {
        Route route = context.getRoute(PREFIX + name);
        if (route == null || !runs(route)) {
            throw new Failure(
                    Reason.NOT_FOUND,
                    "There is no feed " + name + "; there are "
                            + running().stream().map(PlatformFeed::name).collect(Collectors.joining(", ")));
        }
        return feed(route.getRouteId());
    }

    private boolean runs(Route route) {
        return GROUP.equals(route.getGroup())
                && route.getRouteId().startsWith(PREFIX)
                && context.getRouteController()
                        .getRouteStatus(route.getRouteId())
                        .isStarted();
    }

    private PlatformFeed feed(String route) {
        String schema = text(route + ".schema.json");
        String version = DigestUtils.md5DigestAsHex((schema + text(route + ".jslt")).getBytes(UTF_8));
        return new PlatformFeed(route.substring(PREFIX.length()), route, schemas.get(schema), version);
    }

    private String text(String file) {
        String location = context.resolvePropertyPlaceholders("{{vinbridge.routes-location}}/" + file);
        try (InputStream in = ResourceHelper.resolveMandatoryResourceAsInputStream(context, location)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
