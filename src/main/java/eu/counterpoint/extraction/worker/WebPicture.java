package eu.counterpoint.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/** A picture in WebP, which Tesseract reads and Java does not; at most 16,383 pixels wide and high by its format. */
record WebPicture(Path file) implements PagePictures {

    @Override
    public String mediaType() {
        return "image/webp";
    }

    @Override
    public List<Integer> wanted(Set<Integer> known) {
        return known.isEmpty() ? List.of(1) : List.of();
    }

    @Override
    public boolean draw(int number, Path to) throws IOException {
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    @Override
    public BufferedImage picture(int number, Drawing how) throws IOException {
        throw new IOException("a kind that Java does not draw");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
