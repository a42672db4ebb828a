package eu.counterpoint.testing;

import eu.counterpoint.account.QuickPasswords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application under test an empty home folder below {@code target} and a database and an engine of
 * its own. */
public class TestSurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The password of {@code admin} in every test. */
    public static final String PASSWORD = "a-password-for-tests";

    static {
        ClassPaths.keepLibrariesOfTestsFromWorkers();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("counterpoint.home=" + emptyHome("home-")).and(TestDatabase.settings())
                .and(TestEngine.settings()).applyTo(context);
        context.getBeanFactory().addBeanPostProcessor(new OneSecurityStrategy());
        context.getBeanFactory().addBeanPostProcessor(new QuickPasswords());
    }

    /** A new folder below {@code target}, the name of which begins so. */
    public static Path emptyHome(String name) {
        try {
            Path homes = Files.createDirectories(Path.of("target", "test-homes").toAbsolutePath());
            return Files.createTempDirectory(homes, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
