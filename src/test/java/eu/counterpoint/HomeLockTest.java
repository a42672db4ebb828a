package eu.counterpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class HomeLockTest {

    private static final String H2 = "--spring.datasource.url=jdbc:h2:file:somewhere";
    private static final String POSTGRES = "--spring.datasource.url=jdbc:postgresql:somewhere";
    private static final String CLUSTER = "--spring.elasticsearch.uris=http://somewhere:9200";

    @TempDir
    Path home;

    @Test
    void aSecondInstanceOnTheSameFolderSaysWhyItDoesNotStart(CapturedOutput output) {
        try (var first = start(home, H2, CLUSTER)) {
            assertThatExceptionOfType(HomeInUseException.class).isThrownBy(() -> start(home, H2, CLUSTER));
            assertThat(output).contains("Another Counterpoint is already running on the folder " + home)
                    .contains("Stop the other one first").doesNotContain("\tat ");
        }
    }

    @Test
    void theIndexAloneIsEnoughToKeepAFolderToOneInstance() {
        try (var first = start(home, POSTGRES)) {
            assertThatExceptionOfType(HomeInUseException.class).isThrownBy(() -> start(home, POSTGRES));
        }
    }

    @Test
    void anInstanceThatStopsLeavesTheFolderToTheNext() {
        start(home, H2).close();
        assertThatCode(() -> start(home, H2).close()).doesNotThrowAnyException();
    }

    @Test
    void manyInstancesShareAFolderWhenCatalogueAndIndexAreElsewhere() {
        try (var first = start(home, POSTGRES, CLUSTER); var second = start(home, POSTGRES, CLUSTER)) {
            assertThat(second.isActive()).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(Path home, String... arguments) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(HomeLock.class).web(WebApplicationType.NONE)
                .properties("spring.config.location=optional:classpath:/none/", "counterpoint.home=" + home);
        return application.run(arguments);
    }
}
