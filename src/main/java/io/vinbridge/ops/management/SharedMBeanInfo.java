package io.vinbridge.ops.management;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.modelmbean.InvalidTargetObjectTypeException;
import javax.management.modelmbean.ModelMBean;
import javax.management.modelmbean.ModelMBeanInfo;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedInstance;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.api.management.NotificationSenderAware;
import org.apache.camel.support.management.DefaultManagementMBeanAssembler;
import org.apache.camel.support.management.MixinRequiredModelMBean;
import org.apache.camel.support.management.NotificationSenderAdapter;

/**
 * Describes the attributes and operations of Camel's JMX beans once for each class. Camel does it for each bean:
 * hundreds of objects for each of thousands, a third of all that a node at rest keeps in memory.
 */
class SharedMBeanInfo extends DefaultManagementMBeanAssembler {

    private final Map<Class<?>, ModelMBeanInfo> descriptions = new ConcurrentHashMap<>();

    SharedMBeanInfo(CamelContext context) {
        super(context);
    }

    @Override
    public ModelMBean assemble(MBeanServer server, Object managed, ObjectName name) throws JMException {
        if (managed instanceof ManagedInstance wrapping && hasMoreToShow(wrapping.getInstance())) {
            return super.assemble(server, managed, name);
        }
        ModelMBeanInfo description = descriptions.get(managed.getClass());
        if (description == null) {
            description = assembler.getMBeanInfo(camelContext, managed, null, name.toString());
            descriptions.put(managed.getClass(), description);
        }
        boolean mask = Boolean.TRUE.equals(
                camelContext.getManagementStrategy().getManagementAgent().getMask());
        MixinRequiredModelMBean bean = new MixinRequiredModelMBean(description, mask, null, null);
        try {
            bean.setManagedResource(managed, "ObjectReference");
        } catch (InvalidTargetObjectTypeException e) {
            throw new JMException(e.getMessage());
        }
        if (managed instanceof NotificationSenderAware sending) {
            sending.setNotificationSender(new NotificationSenderAdapter(bean));
        }
        return bean;
    }

    private static boolean hasMoreToShow(Object instance) {
        return instance != null && instance.getClass().isAnnotationPresent(ManagedResource.class);
    }
}
