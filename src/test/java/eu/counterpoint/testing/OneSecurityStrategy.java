package eu.counterpoint.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Each application sets the one place in its process where the person who is asking is kept. Several applications under test in one
 * process share that of the first: or those that answer at the same time would look for their person in the place of another.
 */
final class OneSecurityStrategy implements BeanPostProcessor {

    private static @Nullable SecurityContextHolderStrategy first;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof SecurityContextHolderStrategy strategy ? shared(strategy) : bean;
    }

    private static synchronized SecurityContextHolderStrategy shared(SecurityContextHolderStrategy strategy) {
        SecurityContextHolderStrategy shared = first == null ? strategy : first;
        first = shared;
        SecurityContextHolder.setContextHolderStrategy(shared);
        return shared;
    }
}
