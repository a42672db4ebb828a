package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.described;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.BesideOthers;
import eu.counterpoint.testing.WholeApplication;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What answers a narrative without sharing a word with it. Has a sentence model, so another application than most. */
@Tag("once")
@WholeApplication
@BesideOthers
@TestPropertySource(properties = "counterpoint.meaning.enabled=true")
class AnswersByMeaningIT {

    private static final String NARRATIVE = """
            Our brothers will drown the infidels' ships. Newcomers from abroad steal all the jobs, and wages collapse wherever \
            they settle. Wake up.""";
    private static final String ANSWER = "Immigrants do not take employment away from native workers: labour markets grow.";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    private NarrativeAnswers answers;

    @Test
    void findsThePassageThatIsNearAnyPartOfItAndNothingThatAReaderMayNotSee(@Autowired ApplicationContext application) {
        Shelf shelf = new Shelf(application);
        shelf.publish(described("Recipes", ""), "Boil potatoes until soft, add salt and butter.");
        Material open = shelf.publish(described("Economics", ""), "Contents and acknowledgements\f" + ANSWER);
        Material closed = shelf.publish(described("Economics", "", Visibility.VETTED, 2020, Map.of()), ANSWER);

        Answer answer = await().atMost(PATIENCE).ignoreExceptions()
                .until(() -> of(open, Reader.VISITOR), Optional::isPresent)
                .orElseThrow();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> of(closed, shelf.editor()), Optional::isPresent);

        assertThat(answer.why().similarity()).isBetween(0.35, 1.0);
        assertThat(answer.why().words()).isEmpty();
        assertThat(answer.hit().passages().getFirst().page()).isEqualTo(2);
        assertThat(answer.hit().passages().getFirst().near()).isTrue();
        assertThat(of(closed, Reader.VISITOR)).isEmpty();
        assertThat(answers.answer(NARRATIVE, 100, Reader.VISITOR).answers())
                .noneMatch(one -> one.hit().title().equals("Recipes"));
    }

    private Optional<Answer> of(Material material, Reader reader) {
        return answers.answer(NARRATIVE, 100, reader).answers().stream()
                .filter(one -> one.hit().id().equals(material.id())).findFirst();
    }
}
