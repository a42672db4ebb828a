package eu.counterpoint.file;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the file module.
 *
 * @param folder where originals and extracted texts live; on one file system, may be shared by several instances
 */
@ConfigurationProperties("counterpoint.file")
record FileSettings(@DefaultValue("./data/files") Path folder) {}
