package eu.counterpoint.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The parameters of an address, read with patience: a stray percent sign stands for itself. The server's own reading
 * refuses such an address, and for a request in parts it would wait for them.
 */
record QueryString(Map<String, List<String>> parameters) {

    static QueryString of(@Nullable String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty() && equals != 0) {
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
            }
        }
        return new QueryString(parameters);
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** The last value that is not blank. */
    Optional<String> one(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).reduce((first, last) -> last);
    }

    /**
     * A parameter that is true or false; false when left out.
     *
     * @throws Refusal when it is neither
     */
    boolean flag(String name) {
        String wanted = one(name).orElse("false").strip();
        return switch (wanted) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refusal(HttpStatus.BAD_REQUEST, "switch-form", name, wanted);
        };
    }

    private static String decode(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length();) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < text.length() && digit(text, i + 1) >= 0 && digit(text, i + 2) >= 0) {
                bytes.write(digit(text, i + 1) << 4 | digit(text, i + 2));
                i += 3;
            } else {
                int codePoint = c == '+' ? ' ' : text.codePointAt(i);
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(codePoint);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int digit(String text, int at) {
        return Character.digit(text.charAt(at), 16);
    }
}
