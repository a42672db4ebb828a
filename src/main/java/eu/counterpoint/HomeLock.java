package eu.counterpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Keeps the home folder to one instance, as long as the catalogue or the index lives in it. A bean factory's post
 * processor comes before every other bean and goes after them.
 */
@Component
class HomeLock implements BeanFactoryPostProcessor, EnvironmentAware, PriorityOrdered, DisposableBean {

    private @Nullable Environment environment;
    private @Nullable FileChannel channel;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** @throws HomeInUseException when another instance has it */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (environment != null && holdsWhatOneInstanceMayUse(environment)) {
            lock(Path.of(environment.getProperty("counterpoint.home", "data")).toAbsolutePath().normalize());
        }
    }

    private void lock(Path home) {
        try {
            Files.createDirectories(home);
            channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new HomeInUseException(home);
            }
        } catch (OverlappingFileLockException e) {
            throw new HomeInUseException(home);
        } catch (IOException e) {
            throw new UncheckedIOException("The home folder " + home + " cannot be used", e);
        }
    }

    private static boolean holdsWhatOneInstanceMayUse(Environment environment) {
        boolean ownCatalogue = environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:");
        boolean ownIndex = Binder.get(environment).bind("spring.elasticsearch.uris", Bindable.listOf(String.class))
                .orElse(List.of()).isEmpty();
        return ownCatalogue || ownIndex;
    }

    @Override
    public void destroy() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
