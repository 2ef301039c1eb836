package io.vinbridge.ops.startup;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Switch of the schedule that fetches NHTSA's data: on where its address is set, unless somebody says otherwise. */
class VpicScheduleSwitch implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        boolean set = StringUtils.hasText(event.getEnvironment().getProperty("vinbridge.vpic.url"));
        event.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "schedule of NHTSA's data", Map.of("vinbridge.schedules.refresh-vpic.enabled", set)));
    }
}
