package eu.counterpoint.ingest.batch;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import eu.counterpoint.ui.Texts;

/**
 * A table as spreadsheets write it: headings, then a row for each material. Commas, semicolons or tabs part the cells, as
 * the headings tell; {@code |} or {@code ;} parts the values within one.
 */
@Component
class CsvManifest implements Manifest {

    private static final Pattern SEVERAL = Pattern.compile("[|;]");
    private static final int LONGEST_HEADINGS = 20_000;

    private final Texts texts;

    CsvManifest(Texts texts) {
        this.texts = texts;
    }

    @Override
    public @Nullable String read(Path file, Consumer<Entry> row) throws IOException {
        TableText text = TableText.of(file);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false).get();
        try (Reader content = text.open(); CSVParser parser = CSVParser.parse(content, format)) {
            List<@Nullable String> columns = null;
            for (CSVRecord record : (Iterable<CSVRecord>) () -> records(parser)) {
                if (columns == null) {
                    columns = columns(record);
                } else if (!isEmpty(record)) {
                    row.accept(entry(record, columns));
                }
            }
            if (columns == null) {
                throw BatchRefusedException.of("table-empty");
            }
        }
        return text.guessed() ? "windows" : null;
    }

    /** The one that the headings have most of. */
    private static char delimiter(TableText text) throws IOException {
        try (Reader content = text.open()) {
            int[] counts = new int[3];
            boolean quoted = false;
            for (int i = 0; i < LONGEST_HEADINGS; i++) {
                int next = content.read();
                if (next < 0 || !quoted && (next == '\n' || next == '\r')) {
                    break;
                }
                quoted ^= next == '"';
                int which = quoted ? -1 : ",;\t".indexOf(next);
                if (which >= 0) {
                    counts[which]++;
                }
            }
            return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
        }
    }

    /** What is broken is told by its line, not as a failure of the disk. */
    private static java.util.Iterator<CSVRecord> records(CSVParser parser) {
        java.util.Iterator<CSVRecord> records = parser.iterator();
        return new java.util.Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (UncheckedIOException | IllegalStateException e) {
                    throw BatchRefusedException.of("table-broken", parser.getCurrentLineNumber());
                }
            }

            @Override
            public CSVRecord next() {
                return records.next();
            }
        };
    }

    private static List<@Nullable String> columns(CSVRecord headings) {
        List<@Nullable String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String heading : headings) {
            if (Columns.isLeftOut(heading)) {
                columns.add(null);
                continue;
            }
            String column = Columns.find(heading).orElseThrow(() -> unknown(heading));
            if (!seen.add(column)) {
                throw BatchRefusedException.of("column-twice", column);
            }
            columns.add(column);
        }
        if (seen.isEmpty()) {
            throw BatchRefusedException.of("table-empty");
        }
        return columns;
    }

    private static BatchRefusedException unknown(String heading) {
        String shown = heading.length() > 60 ? heading.substring(0, 60) + "…" : heading;
        return Columns.nearest(heading).map(near -> BatchRefusedException.of("column-unknown-near", shown, near))
                .orElseGet(() -> BatchRefusedException.of("column-unknown", shown,
                        String.join(", ", Columns.all())));
    }

    private Entry entry(CSVRecord record, List<@Nullable String> columns) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(record.size(), columns.size()); i++) {
            String column = columns.get(i);
            if (column != null) {
                List<String> cell = Columns.takesSeveral(column)
                        ? Arrays.stream(SEVERAL.split(record.get(i))).map(String::strip)
                                .filter(value -> !value.isEmpty()).toList()
                        : record.get(i).isBlank() ? List.of() : List.of(record.get(i).strip());
                if (!cell.isEmpty()) {
                    values.put(column, cell);
                }
            }
        }
        boolean tooLong = record.size() > columns.size() && !isEmpty(record, columns.size());
        return new Entry(Math.toIntExact(record.getRecordNumber()), values,
                tooLong ? List.of(new Fault("", texts.get("batch.fault.cells", columns.size()))) : List.of());
    }

    private static boolean isEmpty(CSVRecord record) {
        return isEmpty(record, 0);
    }

    private static boolean isEmpty(CSVRecord record, int from) {
        for (int i = from; i < record.size(); i++) {
            if (!record.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
