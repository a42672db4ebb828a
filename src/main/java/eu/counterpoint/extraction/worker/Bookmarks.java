package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/**
 * The bookmarks of a PDF. They repeat its headings, stand on no page, and often run words together, so they are not read beside the
 * pages; of a PDF of pictures alone they are all the words there are.
 */
final class Bookmarks {

    /** A damaged or hostile file may lead round in a circle. */
    private static final int MAX = 1_000;

    private Bookmarks() {}

    /** @return their titles in reading order; empty where there are none */
    static List<String> in(Path file) {
        List<String> titles = new ArrayList<>();
        try (PDDocument pdf = PdfObjects.open(file, null, IOUtils.createMemoryOnlyStreamCache())) {
            PDOutlineNode first = pdf.getDocumentCatalog().getDocumentOutline();
            if (first != null) {
                read(first, titles, 0);
            }
        } catch (IOException damaged) {
            // then there is nothing more to tell
        }
        return titles;
    }

    private static void read(PDOutlineNode of, List<String> titles, int depth) {
        for (PDOutlineItem item = of.getFirstChild(); item != null && titles.size() < MAX; item = item
                .getNextSibling()) {
            titles.add(item.getTitle() == null ? "" : item.getTitle());
            if (depth < MAX) {
                read(item, titles, depth + 1);
            }
        }
    }
}
