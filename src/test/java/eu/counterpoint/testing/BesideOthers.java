package eu.counterpoint.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test against a {@link WholeApplication} that only tests like it use: it need not wait for those that share the usual one, and takes
 * turns with the tests that end an application of their own instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
public @interface BesideOthers {

    /** What a test against a whole application takes turns for. */
    final class Lane implements ResourceLocksProvider {

        @Override
        public Set<Lock> provideForClass(Class<?> test) {
            return Set.of(new Lock(
                    AnnotationSupport.isAnnotated(test, BesideOthers.class)
                            ? WithMortalApplication.TURN
                            : "application"));
        }
    }
}
