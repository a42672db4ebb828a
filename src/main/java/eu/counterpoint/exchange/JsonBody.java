package eu.counterpoint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that people send, and tells them where it is wrong. */
@Component
class JsonBody {

    /** No record needs more; a body is read into memory. */
    static final int MAX_BYTES = 1 << 20;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws Refusal when it is too long; then it is not read further */
    byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "json-too-long", MAX_BYTES >> 20);
        }
        return bytes;
    }

    /** @throws Refusal when it is too long, not JSON, or not of the form that is expected; says where */
    <T> T read(InputStream body, Class<T> form) throws IOException {
        return read(bytes(body), form);
    }

    /** @throws Refusal when it is not JSON, or not of the form that is expected; says where */
    <T> T read(byte[] body, Class<T> form) {
        try {
            T value = mapper.readValue(body, form);
            if (value == null) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "json-empty");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "unknown-field", field(e));
        } catch (StreamReadException | JacksonIOException e) {
            throw broken(e);
        } catch (DatabindException e) {
            if (body.length == 0) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "json-empty");
            }
            throw e.getPath().isEmpty() ? broken(e) : new Refusal(HttpStatus.BAD_REQUEST, "wrong-form", field(e));
        }
    }

    private static Refusal broken(JacksonException e) {
        TokenStreamLocation where = e.getLocation();
        return where == null || where.getLineNr() < 1
                ? new Refusal(HttpStatus.BAD_REQUEST, "json-wrong")
                : new Refusal(HttpStatus.BAD_REQUEST, "json-broken", where.getLineNr(), where.getColumnNr());
    }

    /** Such as {@code gammma.goal} or {@code themes[2]}, counted from 1 as people do. */
    private static String field(DatabindException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() != null
                        ? "." + step.getPropertyName()
                        : "[" + (step.getIndex() + 1) + "]")
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }
}
