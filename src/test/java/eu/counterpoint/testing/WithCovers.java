package eu.counterpoint.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test against a {@link WholeApplication} that makes covers, and takes its time for them; all such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeApplication
@BesideOthers
@TestPropertySource(properties = {"counterpoint.covers.enabled=true", "counterpoint.covers.timeout=2m"})
public @interface WithCovers {
}
