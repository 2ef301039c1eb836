package io.vinbridge.ops.startup;

import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Look-up of what a component asks for under the name that a bean of this class has by itself, before all beans are
 * gone through for their types. Where several beans have the type, one that is marked as primary goes first as before.
 */
class NamedCandidates implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.getDefaultListableBeanFactory().setAutowireCandidateResolver(new ByClass());
    }

    private static final class ByClass extends ContextAnnotationAutowireCandidateResolver {

        @Override
        public String getSuggestedName(DependencyDescriptor dependency) {
            String asked = super.getSuggestedName(dependency);
            return asked != null ? asked : nameOfItsOwn(dependency.getDependencyType());
        }

        private static String nameOfItsOwn(Class<?> type) {
            ConfigurationProperties settings = AnnotationUtils.findAnnotation(type, ConfigurationProperties.class);
            return settings == null
                    ? StringUtils.uncapitalizeAsProperty(ClassUtils.getShortName(type))
                    : settings.value() + "-" + type.getName();
        }
    }
}
