package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.ingest.Advice;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.QuarantineCounts;
import eu.counterpoint.library.QuarantineFilter;
import eu.counterpoint.ui.Link;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why files are in the quarantine, each with its number, as links: the outcomes, and the reasons of the chosen one. */
class QuarantineFilters extends Nav {

    private final Advice advice;
    private final QuarantineFilter chosen;
    private @Nullable QuarantineCounts shown;

    QuarantineFilters(QuarantineFilter chosen, Advice advice) {
        this.advice = advice;
        this.chosen = chosen;
        setAriaLabel(getTranslation("quarantine.filters"));
        addClassName("quarantine-filters");
    }

    /** Leaves the page alone where nothing has changed. */
    void show(QuarantineCounts counts) {
        if (counts.equals(shown)) {
            return;
        }
        shown = counts;
        removeAll();
        Optional<Outcome> open = open(counts);
        add(outcomes(counts, open));
        Optional<Outcome> explained = open.or(() -> only(counts));
        Map<String, Long> reasons = reasons(counts, explained);
        if (!reasons.isEmpty()) {
            add(reasons(reasons, explained));
        }
    }

    /** The outcome whose reasons are shown: the chosen one, or that of the chosen reason. */
    private Optional<Outcome> open(QuarantineCounts counts) {
        return chosen.outcomes().stream().findFirst().or(() -> chosen.reasons().stream().findFirst()
                .flatMap(reason -> counts.byReason().keySet().stream().sorted()
                        .filter(outcome -> counts.reasons(outcome).containsKey(reason)).findFirst()));
    }

    /** The outcome that all files have: nobody need choose it to see its reasons. */
    private Optional<Outcome> only(QuarantineCounts counts) {
        return counts.byOutcome().size() == 1 && !chosen.accepted()
                ? counts.byOutcome().keySet().stream().findFirst()
                : Optional.empty();
    }

    private UnorderedList outcomes(QuarantineCounts counts, Optional<Outcome> open) {
        QuarantineFilter all = QuarantineFilter.ALL.from(chosen.batch());
        UnorderedList chips = chips();
        chips.add(chip(all, getTranslation("quarantine.all"), counts.all(),
                chosen.outcomes().isEmpty() && chosen.reasons().isEmpty() && !chosen.accepted()));
        for (Outcome outcome : Outcome.values()) {
            boolean on = open.filter(outcome::equals).isPresent();
            if (counts.of(outcome) > 0 || on) {
                chips.add(chip(all.with(Set.of(outcome)), getTranslation("quarantine.outcome." + outcome.id()),
                        counts.of(outcome), on));
            }
        }
        if (counts.accepted() > 0 || chosen.accepted()) {
            chips.add(chip(new QuarantineFilter(Set.of(), Set.of(), chosen.batch(), true),
                    getTranslation("quarantine.accepted"), counts.accepted(), chosen.accepted()));
        }
        return chips;
    }

    /** The reasons that most files have first; those that are chosen stay, though no file has them any more. */
    private Map<String, Long> reasons(QuarantineCounts counts, Optional<Outcome> open) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        open.map(counts::reasons).orElse(Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(reason -> reasons.put(reason.getKey(), reason.getValue()));
        chosen.reasons().forEach(reason -> reasons.putIfAbsent(reason, 0L));
        return reasons;
    }

    private UnorderedList reasons(Map<String, Long> reasons, Optional<Outcome> open) {
        QuarantineFilter all = QuarantineFilter.ALL.from(chosen.batch())
                .with(open.map(Set::of).orElse(Set.of()));
        UnorderedList chips = chips();
        chips.addClassName("quarantine-reasons");
        chips.getElement().setAttribute("aria-label", getTranslation("quarantine.reasons"));
        reasons.forEach((reason, count) -> chips.add(chip(all.because(reason), advice.kind(reason, getLocale()),
                count, chosen.reasons().contains(reason))));
        return chips;
    }

    private static UnorderedList chips() {
        UnorderedList chips = new UnorderedList();
        chips.addClassName("chips");
        return chips;
    }

    private ListItem chip(QuarantineFilter leadsTo, String text, long count, boolean on) {
        Span number = new Span(getTranslation("ui.number", count));
        number.addClassName("number");
        Link chip = new Link(QuarantineAddress.of(leadsTo), "", "chip");
        chip.add(new Span(text), number);
        if (on) {
            chip.addClassName("on");
            chip.getElement().setAttribute("aria-current", leadsTo.equals(chosen) ? "page" : "true");
        }
        return new ListItem(chip);
    }
}
