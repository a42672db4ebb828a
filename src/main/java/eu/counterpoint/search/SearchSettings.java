package eu.counterpoint.search;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the search.
 *
 * @param folder         where the embedded engine keeps its data; unused with a cluster
 * @param bodyCharacters how much of the text of a material's files finds the material itself, in characters. Passages
 *                       beyond it are still shown when something else finds the material
 */
@ConfigurationProperties("counterpoint.search")
public record SearchSettings(@DefaultValue("./data/search") Path folder,
        @DefaultValue("5000000") int bodyCharacters) {}
