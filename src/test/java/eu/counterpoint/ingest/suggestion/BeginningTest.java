package eu.counterpoint.ingest.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.ingest.suggestion.Reason.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningTest {

    private static final String BODY = "This guide was written with practitioners from six member states, and it is about"
            + " campaigns that people remember. Campaigns are remembered for voices. A guide cannot give a voice.";

    private final Beginning beginning = new Beginning();

    @Test
    void takesTheTitleOfAnOfficialDocumentAndNotTheNameOfTheOffice() throws IOException {
        String report;
        try (var stream = getClass()
                .getResourceAsStream("/starter/eu-internet-forum-preparatory-meeting-2015-05-07.txt")) {
            report = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Suggested> all = beginning.of(Texts.pages("en", List.of(report)));

        assertThat(values(all, SuggestedField.TITLE)).containsExactly("Preparatory meeting of the EU Internet Forum");
        assertThat(values(all, SuggestedField.YEAR)).containsExactly("2015");
        assertThat(values(all, SuggestedField.AUTHORS)).isEmpty();
        Quote quote = all.getFirst().quotes().getFirst();
        assertThat(quote.page()).isEqualTo(1);
        assertThat(quote.html()).contains("<mark>Preparatory meeting of the EU Internet Forum</mark>");
    }

    @Test
    void joinsATitleOfTwoLinesAndNamesWhoWroteIt() {
        List<Suggested> all = beginning
                .of(Texts.pages("en", List.of("Campaigns that people remember:\na guide with voices"
                        + "\n\nBy Ada Byron and María de la Cruz\n\nVienna, March 2019\n\n" + BODY)));

        assertThat(values(all, SuggestedField.TITLE))
                .containsExactly("Campaigns that people remember: a guide with voices");
        assertThat(values(all, SuggestedField.AUTHORS)).containsExactly("Ada Byron", "María de la Cruz");
        assertThat(values(all, SuggestedField.YEAR)).containsExactly("2019");
        assertThat(all).allSatisfy(one -> assertThat(one.reason().kind()).isEqualTo(Kind.FIRST_PAGE));
    }

    @Test
    void believesWhatAFileSaysOfItselfMoreWhereItsFirstPageSaysSoToo() {
        List<Suggested> all = beginning.of(Texts.pages("en",
                List.of("Campaigns that people remember\n\nVienna, 12 March 2019\n\nAda Byron\n\n" + BODY),
                "CAMPAIGNS that people remember", List.of("scanner-3", "Ada Byron"), 2022));

        assertThat(values(all, SuggestedField.TITLE)).containsExactly("CAMPAIGNS that people remember");
        assertThat(all.getFirst().reason().kind()).isEqualTo(Kind.FILE_AND_TEXT_SAY);
        assertThat(values(all, SuggestedField.AUTHORS)).containsExactly("Ada Byron", "scanner-3");
        assertThat(values(all, SuggestedField.YEAR)).as("the first page before the day on which the file was made")
                .containsExactly("2019", "2022");
    }

    @Test
    void suggestsAnotherTitleWhereTheFileIsCalledSomethingElse() {
        assertThat(values(beginning.of(Texts.pages("en", List.of("Campaigns that people remember\n\n" + BODY),
                "Template for reports", List.of(), null)), SuggestedField.TITLE))
                .containsExactly("Template for reports", "Campaigns that people remember");
    }

    @Test
    void takesNoSentenceNoTableOfContentsAndNoAddressForATitle() {
        assertThat(
                values(beginning.of(Texts.pages("en", List.of("Table of contents\n\nwww.example.org/report\n\n" + BODY
                        + "\n\nChapter one begins here"))), SuggestedField.TITLE))
                .isEmpty();
    }

    @Test
    void takesAYearInRunningTextAndARangeOfYearsForNoDate() {
        assertThat(values(beginning.of(Texts.pages("en", List.of("Work with victims 2011–2021\n\nOn 11 September 2001 "
                + "everything changed, and nobody who was there has forgotten it, say those who were asked in 2018.\n\n"
                + BODY))), SuggestedField.YEAR)).isEmpty();
    }

    @Test
    void readsDatesInOtherLanguages() {
        assertThat(values(
                beginning.of(Texts.pages("de", List.of("Kampagnen, die bleiben\n\nWien, 3. März 2020\n\n" + BODY))),
                SuggestedField.YEAR)).containsExactly("2020");
        assertThat(
                values(beginning.of(Texts.pages("es", List.of("Campañas que quedan\n\n7 de mayo de 2017\n\n" + BODY))),
                        SuggestedField.YEAR))
                .containsExactly("2017");
    }

    @Test
    void saysNothingOfAFileWithoutText() {
        assertThat(beginning.of(Texts.pages(null, List.of()))).isEmpty();
    }

    private static List<String> values(List<Suggested> all, SuggestedField field) {
        return all.stream().filter(one -> one.field() == field).map(Suggested::value).toList();
    }
}
