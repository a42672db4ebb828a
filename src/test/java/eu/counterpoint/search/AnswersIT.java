package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.described;
import static eu.counterpoint.search.Shelf.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Status;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class AnswersIT {

    private static final Reader CONTRIBUTOR = new Reader(new AccountId(-1), "Ola", Role.CONTRIBUTOR, false);
    private static final Reader PRACTITIONER = new Reader(new AccountId(-2), "Eva", Role.CONTRIBUTOR, true);
    private static final int MANY = 100;

    private Shelf shelf;
    @Autowired
    private NarrativeAnswers answers;
    @Autowired
    private Library library;

    @BeforeEach
    void shelf(@Autowired ApplicationContext application) {
        shelf = new Shelf(application);
    }

    @Test
    void findsByTheTellingWordsAndSaysWhichTheyAre() {
        String word = word();
        Material material = shelf.publish(described("Who sells the story", ""),
                "Nothing here\fThe story of the " + word + " was made up and sold\fThe end");
        shelf.awaitPassage(word);

        Answer answer = answerOf(material, "They hide it from you! The " + word + " is real, and they all know.",
                Reader.VISITOR).orElseThrow();

        assertThat(answer.why().words()).contains(word).doesNotContain("The", "you", "they");
        assertThat(answer.hit().passages()).anySatisfy(passage -> {
            assertThat(passage.page()).isEqualTo(2);
            assertThat(passage.html()).contains("<mark>" + word + "</mark>");
        });
    }

    @Test
    void findsAnotherFormOfAWordInItsOwnLanguage() {
        String word = word();
        Material material = shelf.publish(described("Lone " + word, "About prisoners and their " + word));
        shelf.awaitFound(word, 1);

        assertThat(answerOf(material, word + " imprisons no prisoner", Reader.VISITOR).orElseThrow().why().words())
                .contains(word, "prisoner");
    }

    @Test
    void findsByTheConceptsThatTheNarrativeNames() {
        Material material = shelf.publish(described(word(), "", Visibility.PUBLIC, 2020,
                Map.of(Scheme.THEME, List.of("formers"), Scheme.AUDIENCE, List.of("girls-and-women"))));
        shelf.awaitFound(material.description().title(), 1);

        Answer answer = answerOf(material, "Ehemalige Extremisten? " + word() + " ex-extremists always lie.",
                Reader.VISITOR).orElseThrow();

        assertThat(answer.why().concepts()).extracting(NamedConcept::key).contains("theme.formers");
        assertThat(answer.why().words()).isEmpty();
    }

    @Test
    void putsWhatSharesMoreWordsFirst() {
        String one = word();
        String two = word();
        String three = word();
        Material all = shelf.publish(described("Short", one + " " + two + " " + three));
        Material some = shelf.publish(described("Short", one + " and others"));
        shelf.awaitFound(one, 2);

        assertThat(ids(one + " " + two + " " + three, Reader.VISITOR)).startsWith(all.id(), some.id());
    }

    @Test
    void prefersWhatSaysThatItAnswersAtLikeRelevance() {
        String word = word();
        String title = "Same words " + word;
        Material plain = shelf.publish(described(title, "Same"));
        Material testimony = shelf.publish(described(title, "Same", Visibility.PUBLIC, 2020,
                Map.of(Scheme.NARRATIVE_TYPE, List.of("counter-narrative"), Scheme.TECHNIQUE,
                        List.of("personal-testimony"))));
        shelf.awaitFound(word, 2);

        List<Answer> found = answers.answer(word, 2, Reader.VISITOR).answers();

        assertThat(found).extracting(answer -> answer.hit().id()).containsExactly(testimony.id(), plain.id());
        assertThat(found.getFirst().narrativeTypes()).containsExactly("counter-narrative");
        assertThat(found.getFirst().techniques()).containsExactly("personal-testimony");
    }

    @Test
    void leavesNoTraceOfWhatAReaderMayNotSee() {
        String word = word();
        Map<Scheme, List<String>> formers = Map.of(Scheme.THEME, List.of("formers"), Scheme.NARRATIVE_TYPE,
                List.of("counter-narrative"));
        Map<Visibility, MaterialId> seen = new java.util.EnumMap<>(Visibility.class);
        for (Visibility visibility : Visibility.values()) {
            seen.put(visibility, shelf.publish(described(word + " " + visibility, "", visibility, 2019, formers),
                    "Formers speak of " + word).id());
        }
        MaterialId draft = library.create(described(word + " draft", ""), shelf.editor()).id();
        MaterialId withdrawn = shelf.publish(described(word + " gone", ""), "Text of " + word).id();
        shelf.awaitFound(word, 4);
        library.move(withdrawn, Status.WITHDRAWN, "Asked for by its owner", shelf.editor());
        shelf.awaitFound(word, 3);
        String narrative = "Formers lie about " + word;

        assertThat(among(seen, narrative, Reader.VISITOR)).containsExactlyInAnyOrder(Visibility.PUBLIC);
        assertThat(among(seen, narrative, CONTRIBUTOR)).containsExactlyInAnyOrder(Visibility.PUBLIC,
                Visibility.SIGNED_IN);
        assertThat(among(seen, narrative, PRACTITIONER)).containsExactlyInAnyOrder(Visibility.values());
        assertThat(among(seen, narrative, shelf.editor())).containsExactlyInAnyOrder(Visibility.values());
        for (Reader reader : List.of(Reader.VISITOR, CONTRIBUTOR, PRACTITIONER, shelf.editor())) {
            AnswerResult result = answers.answer(narrative, MANY, reader);
            assertThat(ids(narrative, reader)).doesNotContain(draft, withdrawn);
            assertThat(result.total()).isGreaterThanOrEqualTo(result.answers().size());
        }
        assertThat(answers.answer(word, MANY, Reader.VISITOR).total())
                .isLessThan(answers.answer(word, MANY, PRACTITIONER).total());
    }

    @Test
    void refusesWhatIsTooLongWithoutRepeatingIt() {
        String word = word();
        assertThat(answers.answer((word + " ").repeat(5_000).substring(0, 5_000), 5, Reader.VISITOR)).isNotNull();
        assertThatThrownBy(() -> answers.answer(word + "x".repeat(5_000), 5, Reader.VISITOR))
                .isInstanceOf(NarrativeTooLongException.class)
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain(word).contains("5000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "?!", "😀", "\u0000\u0007", "a\uD83Db", "the and of",
            "\"half a phrase", "title:x -y OR z*", "漢字だけの文章です。", "<script>alert(1)</script>", "…"})
    void takesAnyText(String odd) {
        assertThat(answers.answer(odd, 5, Reader.VISITOR).answers()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void takesTheLongestTexts() {
        String sentences = Stream.iterate(0, i -> i + 1).limit(800).map(i -> "n" + i + (i % 9 == 0 ? "." : ""))
                .reduce("", (one, other) -> one + " " + other);
        for (String odd : List.of("x".repeat(5_000), sentences, "漢".repeat(5_000), "😀".repeat(5_000),
                "a.".repeat(2_500), "\n".repeat(5_000))) {
            assertThat(answers.answer(odd, 5, Reader.VISITOR)).isNotNull();
        }
    }

    @Test
    void saysNothingOfTheNarrativeInTheLog(CapturedOutput output) {
        String word = word();
        Material material = shelf.publish(described("An answer", ""), "A text about something else");
        await().atMost(Duration.ofSeconds(60)).until(() -> !ids("something else", Reader.VISITOR).isEmpty());

        answers.answer("Nobody shall read this: " + word, 5, Reader.VISITOR);
        assertThatThrownBy(() -> answers.answer(word + "x".repeat(5_000), 5, Reader.VISITOR)).isNotNull();

        assertThat(material.id()).isNotNull();
        assertThat(output.getAll()).doesNotContain(word);
    }

    private Optional<Answer> answerOf(Material material, String narrative, Reader reader) {
        return answers.answer(narrative, MANY, reader).answers().stream()
                .filter(answer -> answer.hit().id().equals(material.id())).findFirst();
    }

    private List<MaterialId> ids(String narrative, Reader reader) {
        return answers.answer(narrative, MANY, reader).answers().stream().map(answer -> answer.hit().id()).toList();
    }

    private List<Visibility> among(Map<Visibility, MaterialId> materials, String narrative, Reader reader) {
        List<MaterialId> found = ids(narrative, reader);
        return materials.entrySet().stream().filter(one -> found.contains(one.getValue())).map(Map.Entry::getKey)
                .toList();
    }
}
