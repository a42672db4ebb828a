package eu.counterpoint.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Section;
import eu.counterpoint.library.Covers;
import eu.counterpoint.search.Answer;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Answers by type of narrative, and by technique within. A record stands once, under the first that it names; the group of the
 * best comes first, and what names none comes last.
 */
class AnswerGroups extends Div {

    private static final String NONE = "";

    private final Vocabulary vocabulary;
    private final Covers covers;

    AnswerGroups(List<Answer> answers, Vocabulary vocabulary, Covers covers) {
        this.vocabulary = vocabulary;
        this.covers = covers;
        grouped(answers, Answer::narrativeTypes).forEach((type, group) -> add(section(type, group)));
        newTabs(this);
    }

    private Component section(String type, List<Answer> answers) {
        H2 heading = new H2(type.equals(NONE)
                ? getTranslation("search.ui.answer.other")
                : vocabulary.label(Scheme.NARRATIVE_TYPE, type, getLocale()));
        Div head = new Div(heading);
        head.addClassName("section");
        Section section = new Section(head);
        Map<String, List<Answer>> techniques = grouped(answers, Answer::techniques);
        techniques.forEach((technique, group) -> {
            if (!technique.equals(NONE)) {
                H3 name = new H3(vocabulary.label(Scheme.TECHNIQUE, technique, getLocale()));
                name.addClassName("technique");
                section.add(name, list(group, H4::new));
            } else {
                if (techniques.size() > 1) {
                    H3 name = new H3(getTranslation("search.ui.answer.no-technique"));
                    name.addClassName("technique");
                    section.add(name);
                }
                section.add(list(group, techniques.size() > 1 ? H4::new : H3::new));
            }
        });
        return section;
    }

    private Component list(List<Answer> answers, Supplier<? extends HtmlContainer> heading) {
        Map<String, Answer> byId = answers.stream()
                .collect(Collectors.toMap(answer -> answer.hit().id().value(), Function.identity()));
        return new HitList(answers.stream().map(Answer::hit).toList(), vocabulary, covers, "", heading,
                hit -> List.of(new WhyLine(byId.get(hit.id().value()).why())));
    }

    /** In the order in which their first come; without any, at the end. */
    private static Map<String, List<Answer>> grouped(List<Answer> answers, Function<Answer, List<String>> concepts) {
        Map<String, List<Answer>> groups = answers.stream().collect(Collectors.groupingBy(
                answer -> concepts.apply(answer).stream().findFirst().orElse(NONE), LinkedHashMap::new,
                Collectors.toList()));
        List<Answer> none = groups.remove(NONE);
        if (none != null) {
            groups.put(NONE, none);
        }
        return groups;
    }

    /** Whoever comes back from a record would find the narrative gone. */
    private static void newTabs(Component component) {
        component.getChildren().forEach(child -> {
            if (child instanceof Anchor link) {
                link.setTarget(AnchorTarget.BLANK);
            }
            newTabs(child);
        });
    }
}
