package eu.counterpoint.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test that ends the {@link MortalApplication}, which its methods are handed. It runs beside tests that have nothing to do
 * with that, because most of its time goes by while a process starts; of its like only one at a time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MortalApplication.Lent.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("eu.counterpoint.testing.MortalApplication")
public @interface WithMortalApplication {
}
