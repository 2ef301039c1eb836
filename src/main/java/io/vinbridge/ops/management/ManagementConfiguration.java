package io.vinbridge.ops.management;

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** Makes Camel describe its JMX beans by {@link SharedMBeanInfo}, before the first bean is made. */
@Component
class ManagementConfiguration implements CamelContextConfiguration {

    @Override
    public void beforeApplicationStart(CamelContext context) {
        context.getCamelContextExtension().setManagementMBeanAssembler(new SharedMBeanInfo(context));
    }

    @Override
    public void afterApplicationStart(CamelContext context) {}
}
