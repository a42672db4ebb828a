package eu.counterpoint;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Takes the home folder as an absolute path, since H2 refuses one such as {@code data/library}. */
class HomeFolder implements EnvironmentPostProcessor, Ordered {

    private static final String HOME = "counterpoint.home";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        @Nullable
        String home = environment.getProperty(HOME);
        if (home != null) {
            environment.getPropertySources().addFirst(new MapPropertySource("home folder",
                    Map.of(HOME, Path.of(home).toAbsolutePath().normalize().toString())));
        }
    }

    /** After everything that may name it. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
