package eu.counterpoint.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({"report.pdf, report.pdf", "../../etc/passwd, passwd", "C:\\Users\\ola\\plan.docx, plan.docx",
            "folder/, file", "'', file", ".., file", "'   ', file", "'  a   b .txt ', 'a b .txt'",
            "Übersicht Αθήνα.pdf, Übersicht Αθήνα.pdf", "name., name", ".gitignore, .gitignore"})
    void isCleaned(String sent, String kept) {
        assertThat(FileName.clean(sent)).isEqualTo(kept);
    }

    @Test
    void losesWhatNobodyCanSee() {
        assertThat(FileName.clean("gpj.\u202Eexe.pdf\u0000\r\n\u200B")).isEqualTo("gpj.exe.pdf");
    }

    @Test
    void keepsItsSuffixWhenItIsTooLong() {
        assertThat(FileName.clean("x".repeat(400) + ".docx")).hasSize(255).endsWith("x.docx");
        assertThat(FileName.clean("😀".repeat(200) + ".pdf")).hasSizeLessThanOrEqualTo(255).endsWith("😀.pdf");
        assertThat(FileName.clean("y".repeat(400))).isEqualTo("y".repeat(255));
    }

    @ParameterizedTest
    @CsvSource({"report.pdf, report", "archive.tar.gz, archive.tar", "plan, plan", ".gitignore, .gitignore",
            "Vol. 2 of the handbook for teachers, Vol. 2 of the handbook for teachers"})
    void makesATitleOfItself(String name, String title) {
        assertThat(FileName.withoutSuffix(name)).isEqualTo(title);
    }
}
