package eu.counterpoint.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test against a {@link WholeApplication} that offers {@link #FOLDER} to those who send batches; all such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeApplication
@TestPropertySource(properties = "counterpoint.batch.folder=" + WithOfferedFolder.FOLDER)
public @interface WithOfferedFolder {

    /** There is none before a test makes it, and none after. */
    String FOLDER = "target/offered";
}
