package eu.counterpoint.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Tables and archives as people send them. */
final class Tables {

    static final String HEADINGS = "key,title,summary,kind,themes,audiences,language,year,countries,organisation,link\n";

    /** What can be wrong in a row, and a word of what is said about it: the cells from the title on. */
    private static final List<Map.Entry<String, String>> WRONG = List.of(
            Map.entry("%s,S,case-study,prison-and-probatoin,girls-and-women,en,2019,AT,The house,", "Nearest are"),
            Map.entry("%s,S,case-study,education,girls-and-women,en,sometime,AT,The house,", "is not a year"),
            Map.entry("%s,S,case-study,education,girls-and-women,en,1200,AT,The house,", "between 1900"),
            Map.entry("%s,S,essay,education,girls-and-women,en,2019,AT,The house,", "is not in our list"),
            Map.entry("%s,S,case-study,education,girls-and-women,en,2019,AT,The house,ftp://example.org",
                    "begins with http"),
            Map.entry(",S,case-study,education,girls-and-women,en,2019,AT,The house,", "A title is needed"),
            Map.entry("%s,S,case-study,education,girls-and-women,xx,20x9,AT,The house,", "“xx” is not in our list"),
            Map.entry("%s,S,case-study,education,girls-and-women,en,2019,Atlantis,The house,",
                    "“Atlantis” is not in our list"));

    private Tables() {}

    /** The faulty rows of a table with so many rows, spread over all of it: the row's number and what is said about it. */
    static Map<Integer, String> faulty(int rows, int faulty) {
        Map<Integer, String> numbers = new TreeMap<>();
        for (int i = 0; i < faulty; i++) {
            numbers.put(2 + i * (rows / faulty), WRONG.get(i % WRONG.size()).getValue());
        }
        return numbers;
    }

    /** A table with that many rows, of which those are wrong. */
    static String table(String marker, int rows, Map<Integer, String> wrong) {
        return HEADINGS + IntStream.range(2, rows + 2).mapToObj(row -> {
            String title = "Record " + row + " of " + marker;
            String cells = wrong.containsKey(row)
                    ? WRONG.stream().filter(one -> one.getValue().equals(wrong.get(row))).findFirst().orElseThrow()
                            .getKey().formatted(title)
                    : title + ",\"What they did, and what came of it.\",case-study,education|Prison and probation,"
                            + "girls-and-women,English,2019,AT|Germany,The house,https://example.org/" + row;
            return marker + "-" + row + "," + cells + "\n";
        }).collect(Collectors.joining());
    }

    /** @param files names and contents */
    static byte[] zip(Map<String, byte[]> files) {
        return zip(files, StandardCharsets.UTF_8);
    }

    /** @param names how the names are written; only of UTF-8 the archive says so */
    static byte[] zip(Map<String, byte[]> files, Charset names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
