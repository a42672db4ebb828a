package eu.counterpoint.exchange;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import jakarta.servlet.MultipartConfigElement;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.util.unit.DataSize;

/**
 * Where the parts of a request wait on the disk while it arrives. A process that was killed leaves some there; they
 * belong to nobody and go at the next start.
 */
@Configuration(proxyBeanMethods = false)
class UploadFolder {

    /** Several files may come in one request. */
    private static final int FILES_OF_FULL_SIZE = 10;

    private final Path folder;

    UploadFolder(ExchangeSettings settings) throws IOException {
        folder = Files.createDirectories(settings.uploads().toAbsolutePath().normalize());
    }

    /** An absolute path: a relative one would be taken below the server's own temporary folder. */
    @Bean
    MultipartConfigElement multipartConfigElement(
            @Value("${counterpoint.ingest.max-file-size:200MB}") DataSize maxFileSize) {
        var config = new MultipartConfigFactory();
        config.setLocation(folder.toString());
        config.setFileSizeThreshold(DataSize.ofBytes(0));
        config.setMaxFileSize(maxFileSize);
        config.setMaxRequestSize(DataSize.ofBytes(maxFileSize.toBytes() * FILES_OF_FULL_SIZE));
        return config.createMultipartConfig();
    }

    /** Only what is older than this process: the first uploads may be on their way already. */
    @EventListener
    void removeLeftovers(ApplicationStartedEvent started) throws IOException {
        Instant start = Instant.ofEpochMilli(started.getApplicationContext().getStartupDate());
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, "upload_*")) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover).toInstant().isBefore(start)) {
                    Files.deleteIfExists(leftover);
                }
            }
        }
    }
}
