package io.vinbridge.ops.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

class NamedCandidatesTest {

    private final Set<Class<?>> lookedThroughFor = new HashSet<>();
    private final GenericApplicationContext context =
            new AnnotationConfigApplicationContext(new DefaultListableBeanFactory() {
                @Override
                public String[] getBeanNamesForType(
                        Class<?> type, boolean includeNonSingletons, boolean allowEagerInit) {
                    lookedThroughFor.add(type);
                    return super.getBeanNamesForType(type, includeNonSingletons, allowEagerInit);
                }
            });

    @Test
    void areFoundWithoutALookThroughAllBeans() {
        context.registerBean("namedCandidatesTest.Part", Part.class);

        whole();

        assertThat(lookedThroughFor).doesNotContain(Part.class);
    }

    @Test
    void leaveTheFirstPlaceToThePrimaryOne() {
        Part primary = new Part();
        context.registerBean("namedCandidatesTest.Part", Part.class);
        context.registerBean("other", Part.class, () -> primary, one -> one.setPrimary(true));

        assertThat(whole().of).isSameAs(primary);
    }

    private Whole whole() {
        new NamedCandidates().initialize(context);
        context.registerBean(Whole.class);
        context.refresh();
        return context.getBean(Whole.class);
    }

    static final class Part {}

    static final class Whole {
        private final Part of;

        Whole(Part of) {
            this.of = of;
        }
    }
}
