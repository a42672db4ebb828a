package eu.counterpoint;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Makes {@code counterpoint.home} absolute, so that {@code library} means what {@code ./library} does, to the database too. */
class AbsoluteHome implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String home = environment.getProperty("counterpoint.home");
        if (home != null) {
            String absolute = Path.of(home).toAbsolutePath().normalize().toString();
            environment.getPropertySources()
                    .addFirst(new MapPropertySource("absolute home", Map.of("counterpoint.home", absolute)));
        }
    }
}
