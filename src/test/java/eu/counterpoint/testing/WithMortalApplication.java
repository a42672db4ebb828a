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
 * A test that ends the {@link MortalApplication}, which its methods are handed. One after another, but beside other tests: it
 * mostly waits for that process.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MortalApplication.Lent.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(WithMortalApplication.TURN)
public @interface WithMortalApplication {

    /** What these tests take turns for. */
    String TURN = "mortal application";
}
