package org.elasticsearch.plugins;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.Build;
import org.elasticsearch.action.admin.cluster.node.info.PluginsAndModules;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.plugins.spi.SPIClassIterator;

/** Hands a node the plugins that it is given, instead of looking for jars below {@code modules} and {@code plugins}. */
public final class ClasspathPlugins extends PluginsService {

    private final List<LoadedPlugin> loaded;

    public ClasspathPlugins(Settings settings, Path configuration, Collection<? extends Plugin> plugins) {
        super(settings, configuration, new PluginsLoader(Set.of(), Set.of(), Map.of()));
        loaded = plugins.stream().map(ClasspathPlugins::load).toList();
    }

    private static LoadedPlugin load(Plugin plugin) {
        String name = plugin.getClass().getName();
        String java = Integer.toString(Runtime.version().feature());
        return new LoadedPlugin(
                new PluginDescriptor(name, "from the class path", "NA", Build.current().version(), java, name, null,
                        List.of(), false, false, false, false, PluginDescriptor.DeploymentTarget.ALL),
                plugin, plugin.getClass().getClassLoader());
    }

    @Override
    protected List<LoadedPlugin> plugins() {
        return loaded;
    }

    @Override
    public PluginsAndModules info() {
        return new PluginsAndModules(loaded.stream().map(LoadedPlugin::descriptor).map(PluginRuntimeInfo::new).toList(),
                List.of());
    }

    /** All plugins share one class loader, so each service is made once and not once for each plugin. */
    @Override
    public <T> List<? extends T> loadServiceProviders(Class<T> service) {
        List<T> providers = new ArrayList<>();
        Set<Class<?>> seen = new HashSet<>();
        for (LoadedPlugin plugin : loaded) {
            SPIClassIterator.get(service, plugin.classLoader()).forEachRemaining(provider -> {
                if (!seen.contains(provider) && isFor(provider, plugin.instance())) {
                    seen.add(provider);
                    providers.add(createExtension(provider, service, plugin.instance()));
                }
            });
        }
        return List.copyOf(providers);
    }

    /** A provider may ask for the one plugin that it belongs to. */
    private static boolean isFor(Class<?> provider, Plugin plugin) {
        return Arrays.stream(provider.getConstructors()).map(Constructor::getParameterTypes)
                .noneMatch(types -> types.length == 1 && !types[0].isInstance(plugin));
    }
}
