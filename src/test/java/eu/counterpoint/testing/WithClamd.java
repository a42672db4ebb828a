package eu.counterpoint.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against a {@link WholeApplication} that has each file checked for malware by {@link #DAEMON}, which the test starts; all
 * such tests share both.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeApplication
@ContextConfiguration(initializers = {TestSurroundings.class, WithClamd.Scanner.class})
public @interface WithClamd {

    /** Where the application looks for a scanner. */
    ClamDaemon DAEMON = new ClamDaemon();

    /** Tells the application where it is. */
    class Scanner implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("counterpoint.ingest.clamd=" + DAEMON.address()).applyTo(context);
        }
    }
}
