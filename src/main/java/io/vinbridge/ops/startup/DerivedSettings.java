package io.vinbridge.ops.startup;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Settings whose usual value follows from another: NHTSA's data are fetched by the clock where their address is set,
 * and a lease is renewed three times in its length. What somebody sets himself holds.
 */
class DerivedSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final Duration USUAL_LEASE = Duration.ofSeconds(30);
    private static final int RENEWALS = 3;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "derived settings",
                        Map.of(
                                "vinbridge.schedules.refresh-vpic.enabled",
                                StringUtils.hasText(environment.getProperty("vinbridge.vpic.url")),
                                "vinbridge.refresh.renew",
                                Math.max(1, lease(environment).toMillis() / RENEWALS))));
    }

    @Override
    public int getOrder() {
        return SettingsCheck.ORDER - 1;
    }

    private static Duration lease(ConfigurableEnvironment environment) {
        try {
            String lease = environment.getProperty("vinbridge.work.lease");
            return lease == null ? USUAL_LEASE : DurationStyle.detectAndParse(lease.strip());
        } catch (IllegalArgumentException e) {
            return USUAL_LEASE; // What is wrong with it is told by SettingsCheck.
        }
    }
}
