package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.batch.BatchId;
import eu.counterpoint.ingest.batch.BatchNotFoundException;
import eu.counterpoint.ingest.batch.Batches;
import eu.counterpoint.library.QuarantineFilter;
import eu.counterpoint.ui.Link;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** With which batch the files came that are shown; those that still have some in the quarantine can be chosen. */
class QuarantineBatch extends Div {

    private final Optional<String> name;

    /** @param id null for all */
    private record Choice(@Nullable String id, String label) implements Serializable {}

    /** @param counts how many files need care of each batch, by its id */
    QuarantineBatch(QuarantineFilter filter, Map<String, Long> counts, Batches batches, Reader reader) {
        String chosen = filter.batch();
        name = Optional.ofNullable(chosen).flatMap(id -> name(id, batches, reader));
        addClassNames("row", "quarantine-batch");
        setVisible(chosen != null || !counts.isEmpty());
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(null, getTranslation("quarantine.batch.any")));
        counts.forEach((id, count) -> name(id, batches, reader).ifPresent(called -> choices
                .add(new Choice(id, getTranslation("quarantine.batch.one", called, count)))));
        if (chosen != null && !counts.containsKey(chosen)) {
            choices.add(new Choice(chosen, name.orElseGet(() -> getTranslation("quarantine.batch.unknown"))));
        }
        Select<Choice> select = new Select<>();
        select.setLabel(getTranslation("quarantine.batch"));
        select.setItems(choices);
        select.setItemLabelGenerator(Choice::label);
        choices.stream().filter(choice -> choice.id() == null ? chosen == null : choice.id().equals(chosen))
                .findFirst().ifPresent(select::setValue);
        select.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate(QuarantineAddress.PATH,
                        QuarantineAddress.parameters(filter.from(change.getValue().id()))));
            }
        });
        add(select);
        if (chosen != null && name.isPresent()) {
            add(new Link("batches/" + chosen, getTranslation("quarantine.batch.see")));
        }
    }

    /** What the chosen batch is called; empty where there is none, or none that the reader may know of. */
    Optional<String> name() {
        return name;
    }

    private Optional<String> name(String id, Batches batches, Reader reader) {
        if (!BatchId.isWellFormed(id)) {
            return Optional.empty();
        }
        try {
            String called = batches.find(new BatchId(id), reader).name();
            return Optional.of(called.isBlank() ? getTranslation("batch.unnamed") : called);
        } catch (BatchNotFoundException e) {
            return Optional.empty();
        }
    }
}
