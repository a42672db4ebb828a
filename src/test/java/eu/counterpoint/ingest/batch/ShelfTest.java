package eu.counterpoint.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.ingest.batch.Originals.Came;
import eu.counterpoint.ingest.batch.Originals.Shelf;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private final Shelf shelf = shelf("papers/2019/Report.pdf", "papers/2020/Report.pdf", "papers/2020/slides.pptx",
            "alone.txt", "Re\u0301sume\u0301.txt");

    @Test
    void findsAFileByItsNameWhereThatIsClear() {
        assertThat(found("slides.pptx")).containsExactly("papers/2020/slides.pptx");
        assertThat(found("SLIDES.PPTX")).containsExactly("papers/2020/slides.pptx");
        assertThat(found("./alone.txt")).containsExactly("alone.txt");
        assertThat(found("R\u00e9sum\u00e9.txt")).as("composed and decomposed").hasSize(1);
        assertThat(found("never.txt")).isEmpty();
    }

    @Test
    void tellsFilesOfTheSameNameApartByTheirFolders() {
        assertThat(found("Report.pdf")).hasSize(2);
        assertThat(found("2019/Report.pdf")).containsExactly("papers/2019/Report.pdf");
        assertThat(found("papers\\2020\\report.pdf")).containsExactly("papers/2020/Report.pdf");
        assertThat(found("2021/Report.pdf")).as("another folder is another file").isEmpty();
        assertThat(found("sent/alone.txt")).as("a browser sends no folders").containsExactly("alone.txt");
    }

    @Test
    void countsWhatNobodyAskedFor() {
        assertThat(shelf.unnamed()).isEqualTo(5);
        shelf.find("alone.txt");
        shelf.find("alone.txt");
        assertThat(shelf.unnamed()).isEqualTo(4);
    }

    private List<String> found(String name) {
        return shelf.find(name).stream().map(Came::name).toList();
    }

    private static Shelf shelf(String... names) {
        return new Shelf(Stream.of(names).map(name -> new Came(name, null, null)).toList());
    }
}
