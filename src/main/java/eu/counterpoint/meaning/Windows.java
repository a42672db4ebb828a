package eu.counterpoint.meaning;

import eu.counterpoint.file.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lays windows of about 90 words over texts. The sentence model ignores what is beyond its reach, so each window is measured to
 * be within it, whatever the language. Windows begin and end with sentences and follow each other within a page; none spans two
 * pages. Each begins with the title, which says what the text is about: without it they find clearly less (docs/decisions).
 * The same text has the same windows for the same model.
 */
@Component
public final class Windows {

    private static final int WORDS = 90;
    /** A last window of fewer words begins earlier, within the one before. */
    private static final int FEW_WORDS = WORDS / 2;
    /** Of what the model reads, the title may take one part in so many. */
    private static final int TITLE_SHARE = 4;
    /** Pieces that mark the beginning and the end of what the model reads. */
    private static final int MARKS = 2;

    private final SentenceModel model;

    Windows(SentenceModel model) {
        this.model = model;
    }

    /**
     * The windows of a file, made as they are taken.
     *
     * @param title    of the material; may be empty
     * @param passages of one file, in reading order; closed with the result
     * @throws IllegalStateException where no model is available
     */
    public Stream<Window> of(String title, Stream<Passage> passages) {
        Cutter cutter = new Cutter(title);
        return Stream.concat(passages.map(Optional::of), Stream.of(Optional.<Passage>empty())).sequential()
                .mapMulti((next, windows) -> next.ifPresentOrElse(passage -> cutter.add(passage, windows),
                        () -> cutter.end(windows)));
    }

    /**
     * The windows of a material's summary.
     *
     * @param summary where it is blank, there are none
     * @throws IllegalStateException where no model is available
     */
    public Stream<Window> ofSummary(String title, String summary) {
        return of(title, Stream.of(new Passage(Window.DESCRIPTION, null, null, summary)));
    }

    /**
     * The title as a window of its own, for a material that has no others: beside others it makes what is found worse, because
     * so short a text is near to much (docs/decisions).
     */
    public Stream<Window> ofTitle(String title) {
        return Stream.of(title).filter(text -> !text.isBlank()).map(text -> new Window(Window.DESCRIPTION, text));
    }

    /** What goes into a window as a whole: a sentence, or a part of a long one. */
    private record Unit(int passage, String text, int words, int tokens) {}

    private Unit unit(int passage, String text) {
        return new Unit(passage, text, 1 + (int) text.chars().filter(c -> c == ' ').count(),
                model.tokens(text) - MARKS);
    }

    /** Cuts the passages of one file as they come. */
    private final class Cutter {

        private final String heading;
        /** In pieces of words. */
        private final int room;
        private List<Unit> before = List.of();
        private List<Unit> window = new ArrayList<>();
        private @Nullable Integer page;
        private @Nullable String part;

        Cutter(String title) {
            int most = model.maxTokens() - MARKS;
            heading = heading(title.strip().replaceAll("\\s+", " "), most / TITLE_SHARE);
            room = most - (model.tokens(heading) - MARKS);
        }

        void add(Passage passage, Consumer<Window> to) {
            if (!Objects.equals(page, passage.page()) || !Objects.equals(part, passage.part())) {
                end(to);
                page = passage.page();
                part = passage.part();
            }
            Sentences.of(passage.text()).forEach(sentence -> add(passage.number(), sentence, to));
        }

        /** Halves what is too long until it is not. */
        private void add(int passage, String text, Consumer<Window> to) {
            Unit unit = unit(passage, text);
            if ((unit.words() > WORDS || unit.tokens() > room) && text.length() > 2) {
                int middle = middle(text);
                add(passage, text.substring(0, middle).strip(), to);
                add(passage, text.substring(middle).strip(), to);
                return;
            }
            if (!fits(unit)) {
                give(to);
            }
            window.add(unit);
        }

        /** The page ends. */
        void end(Consumer<Window> to) {
            if (!window.isEmpty()) {
                if (words() < FEW_WORDS) {
                    for (int i = before.size() - 1; i > 0 && fits(before.get(i)); i--) {
                        window.addFirst(before.get(i));
                    }
                }
                give(to);
            }
            before = List.of();
        }

        private void give(Consumer<Window> to) {
            if (!window.isEmpty()) {
                to.accept(new Window(window.getFirst().passage(),
                        heading + window.stream().map(Unit::text).collect(Collectors.joining(" "))));
                before = window;
                window = new ArrayList<>();
            }
        }

        private boolean fits(Unit unit) {
            return words() + unit.words() <= WORDS
                    && window.stream().mapToInt(Unit::tokens).sum() + unit.tokens() <= room;
        }

        private int words() {
            return window.stream().mapToInt(Unit::words).sum();
        }
    }

    /** As much of the title as may stand before each window. */
    private String heading(String title, int most) {
        String heading = title;
        while (model.tokens(heading + ". ") - MARKS > most && heading.length() > 2) {
            int space = heading.lastIndexOf(' ');
            heading = heading.substring(0, space > 0 ? space : heading.length() / 2);
        }
        return heading.isEmpty() ? "" : heading.endsWith(".") ? heading + " " : heading + ". ";
    }

    /** A place to cut, between words where there is one. */
    private static int middle(String text) {
        int middle = text.length() / 2;
        int space = Math.max(text.lastIndexOf(' ', middle), text.indexOf(' ', middle));
        if (space > 0) {
            return space;
        }
        return Character.isLowSurrogate(text.charAt(middle)) ? middle + 1 : middle;
    }
}
