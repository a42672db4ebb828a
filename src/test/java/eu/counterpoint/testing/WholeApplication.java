package eu.counterpoint.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole application with a home folder of its own, a real database and a real engine; shared by all
 * tests that ask for the same, so each test makes the people and materials that it needs and counts on no emptiness.
 * There is no sentence model, unless a test sets {@code counterpoint.meaning.enabled}, no text recognition, unless one sets
 * {@code counterpoint.extraction.ocr}, and there are no covers, unless one is {@link WithCovers}: what a file gives must not
 * depend on what else the machine has. One after another, even where other tests run beside each
 * other, unless they are {@link BesideOthers}. The database and the engine are chosen by the build: see {@link TestSurroundings}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "counterpoint.starter-collection=false", "counterpoint.meaning.enabled=false",
        "counterpoint.extraction.ocr=off", "counterpoint.extraction.rehearse=false",
        "counterpoint.covers.enabled=false", "counterpoint.ingest.retry-after=300ms",
        "counterpoint.account.admin-password=" + TestSurroundings.PASSWORD})
@ResourceLock(providers = BesideOthers.Lane.class)
@ContextConfiguration(initializers = TestSurroundings.class)
public @interface WholeApplication {
}
