package org.elasticsearch.node;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.ClasspathPlugins;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;

/** An Elasticsearch node whose plugins are objects of the class path instead of folders of jars. */
public final class ClasspathNode extends Node {

    public ClasspathNode(Settings settings, Path configuration, Collection<? extends Plugin> plugins) {
        super(NodeConstruction.prepareConstruction(
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), configuration, () -> "counterpoint"),
                null, new NodeServiceProvider() {
                    @Override
                    PluginsService newPluginService(Environment environment, PluginsLoader ignored) {
                        return new ClasspathPlugins(environment.settings(), environment.configDir(), plugins);
                    }
                }, true));
    }

    /** Elasticsearch puts node and cluster id into a static field of its log once; a second node would fail there. */
    @Override
    protected void configureNodeAndClusterIdStateListener(ClusterService clusterService) {
        // nothing to put there
    }
}
