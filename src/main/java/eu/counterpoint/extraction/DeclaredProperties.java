package eu.counterpoint.extraction;

import eu.counterpoint.extraction.Extraction.Properties;
import java.time.Year;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sense made of what a file says of itself, which is often left over from a template or a program.
 *
 * @param metadata by Tika's names
 * @param name     the file's name
 */
record DeclaredProperties(Map<String, List<String>> metadata, String name) {

    private static final int MAX_RAW = 100;
    private static final int MAX_RAW_VALUE = 500;
    private static final int MAX_TITLE = 300;
    private static final int MAX_AUTHORS = 20;
    private static final int MAX_AUTHOR = 120;

    private static final Pattern PROGRAM = Pattern
            .compile(
                    "(?i)^(microsoft (office )?(word|powerpoint|excel)|powerpoint presentation|presentaci[oó]n de powerpoint"
                            + "|pr[eé]sentation powerpoint|powerpoint-pr[aä]sentation|adobe (photoshop|indesign|acrobat))( - |$)");
    private static final Pattern NO_TITLE = Pattern
            .compile("(?i)^(untitled|unbenannt|sans (titre|nom)|ohne titel|sin t[ií]tulo"
                    + "|senza titolo|unknown|no title|title|titre|titel|document|dokument|book|slide|folie|layout|draft|new|temp"
                    + "|presentation|pr[eé]sentation|pr[aä]sentation)[ _-]?\\d*$");
    private static final Pattern FILE_NAME = Pattern
            .compile(
                    "(?i)^.*\\.(docx?|dotx?|pptx?|potx?|xlsx?|pdf|odt|odp|ods|rtf|html?|txt|indd|qxd|pub|pages|tmp|dvi|fm)$");
    private static final Pattern NO_AUTHOR = Pattern.compile(
            "(?i)^(unknown|user|utilisateur|benutzer|usuario|admin(istrator)?|author|default|owner|root|windows user|microsoft"
                    + "( office user| corporation)?|your name|none|-+|\\?+)$");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");

    Properties properties(@Nullable String detectedLanguage, @Nullable Integer countedPages) {
        String mediaType = first("Content-Type");
        return new Properties(mediaType == null ? null : mediaType.replaceFirst(";.*", "").strip(), title(), authors(),
                year(), detectedLanguage != null ? detectedLanguage : language(), pages(countedPages), seconds(),
                raw());
    }

    private @Nullable String title() {
        for (String declared : all("dc:title")) {
            String title = PROGRAM.matcher(clean(declared, MAX_TITLE)).replaceFirst("").strip();
            boolean fileName = FILE_NAME.matcher(title).matches() || title.equalsIgnoreCase(name)
                    || title.equalsIgnoreCase(name.replaceFirst("\\.[^.]*$", "")) && !title.contains(" ");
            if (!fileName && !NO_TITLE.matcher(title).matches() && title.codePoints().anyMatch(Character::isLetter)) {
                return title;
            }
        }
        return null;
    }

    private List<String> authors() {
        Set<String> authors = new LinkedHashSet<>();
        for (String declared : all("dc:creator").isEmpty() ? all("xmpDM:artist") : all("dc:creator")) {
            for (String one : declared.split(";")) {
                // "Name <address>" in mail: an address is nobody's business.
                String author = clean(one.replaceFirst("<[^<>]*@[^<>]*>", ""), MAX_AUTHOR).replaceAll("^\"|\"$", "");
                if (!author.isEmpty() && !NO_AUTHOR.matcher(author).matches() && authors.size() < MAX_AUTHORS) {
                    authors.add(author);
                }
            }
        }
        return List.copyOf(authors);
    }

    private @Nullable Integer year() {
        for (String date : List.of("prism:publicationDate", "dcterms:issued", "dc:date", "dcterms:created",
                "dcterms:modified")) {
            for (String declared : all(date)) {
                Matcher year = YEAR.matcher(declared);
                if (year.find()) {
                    int number = Integer.parseInt(year.group(1));
                    if (number >= 1900 && number <= Year.now().getValue() + 1) {
                        return number;
                    }
                }
            }
        }
        return null;
    }

    private @Nullable String language() {
        for (String key : List.of("dc:language", "Content-Language")) {
            for (String declared : all(key)) {
                String language = Locale.forLanguageTag(declared.strip().replace('_', '-')).getLanguage();
                if (language.length() == 2) {
                    return language;
                }
            }
        }
        return null;
    }

    private @Nullable Integer pages(@Nullable Integer counted) {
        for (String key : List.of("xmpTPg:NPages", "meta:slide-count", "meta:page-count")) {
            String declared = first(key);
            if (declared != null && declared.matches("[1-9]\\d{0,5}")) {
                return Integer.valueOf(declared);
            }
        }
        return counted;
    }

    /** A length of ten days is not meant. */
    private @Nullable Integer seconds() {
        String declared = first("xmpDM:duration");
        if (declared != null && declared.matches("\\d{1,6}(\\.\\d{1,20})?")) {
            long seconds = Math.round(Double.parseDouble(declared));
            return seconds > 0 ? (int) seconds : null;
        }
        return null;
    }

    private Map<String, String> raw() {
        Map<String, String> raw = new LinkedHashMap<>();
        metadata.keySet().stream().filter(key -> !key.startsWith("X-TIKA:") && !key.equals("resourceName")).sorted()
                .limit(MAX_RAW).forEach(key -> {
                    String value = clean(String.join("; ", all(key)), MAX_RAW_VALUE);
                    if (!value.isEmpty()) {
                        raw.put(clean(key, MAX_RAW_VALUE), value);
                    }
                });
        return Collections.unmodifiableMap(raw);
    }

    private List<String> all(String key) {
        return metadata.getOrDefault(key, List.of());
    }

    private @Nullable String first(String key) {
        return all(key).isEmpty() ? null : all(key).getFirst();
    }

    private static String clean(String value, int length) {
        String clean = value.replaceAll("[\\p{Cntrl}\\s\\u00A0]+", " ").strip();
        return clean.length() <= length ? clean : clean.substring(0, length).strip();
    }
}
