package io.vinbridge.ops.monitoring;

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** Has Camel describe its JMX beans by {@link SharedMBeanInfo}, before the first is made. */
@Component
class ManagementConfiguration implements CamelContextConfiguration {

    @Override
    public void beforeApplicationStart(CamelContext context) {
        context.getCamelContextExtension().setManagementMBeanAssembler(new SharedMBeanInfo(context));
    }

    @Override
    public void afterApplicationStart(CamelContext context) {}
}
