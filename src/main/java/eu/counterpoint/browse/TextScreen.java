package eu.counterpoint.browse;

import eu.counterpoint.file.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One screenful of a file's text: never more than {@value #BLOCKS} pages of it, however long the file is.
 *
 * @param number  which screen, from 0
 * @param screens how many there are; 0 where there is no text
 */
record TextScreen(List<Block> blocks, int number, int screens) {

    private static final int BLOCKS = 50;

    /** Text without pages is cut after so many passages. */
    private static final int PASSAGES = 20;

    /**
     * A page of the file, or a stretch where it has none.
     *
     * @param part name of the embedded document, or null for the file itself
     */
    record Block(@Nullable Integer page, @Nullable String part, List<Passage> passages) {}

    /** Finds the screen on which the first passage stands that is sought, or the first screen. */
    static int find(Stream<Passage> passages, Predicate<Passage> sought) {
        Counter counter = new Counter();
        return passages.filter(passage -> {
            counter.count(passage);
            return sought.test(passage);
        }).findFirst().map(found -> counter.block / BLOCKS).orElse(0);
    }

    /** Reads through the text and keeps one screen of it. */
    static TextScreen read(Stream<Passage> passages, int screen) {
        List<Block> blocks = new ArrayList<>();
        Counter counter = new Counter();
        passages.forEach(passage -> {
            boolean opens = counter.count(passage);
            if (counter.block / BLOCKS == screen) {
                if (opens || blocks.isEmpty()) {
                    blocks.add(new Block(passage.page(), passage.part(), new ArrayList<>()));
                }
                blocks.getLast().passages().add(passage);
            }
        });
        return new TextScreen(blocks, screen, (counter.block + BLOCKS) / BLOCKS);
    }

    /** Counts blocks while passages go by. */
    private static final class Counter {

        private int block = -1;
        private int passages;
        private @Nullable Passage last;

        /** Whether this passage opens a new block. */
        boolean count(Passage next) {
            boolean opens = last == null || !Objects.equals(last.page(), next.page())
                    || !Objects.equals(last.part(), next.part()) || next.page() == null && passages == PASSAGES;
            if (opens) {
                block++;
                passages = 0;
            }
            passages++;
            last = next;
            return opens;
        }
    }
}
