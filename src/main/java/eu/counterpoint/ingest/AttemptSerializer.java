package eu.counterpoint.ingest;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the {@link Attempt} of a job as JSON. Jobs that wait since an older version have an integer, as Java serialises it; they are
 * read as well.
 */
final class AttemptSerializer implements Serializer {

    /** What an older version did not count is nought. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : JSON.writeValueAsBytes(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        return type.cast(data[0] == '{'
                ? JSON.readValue(data, Attempt.class)
                : Attempt.of(DEFAULT_JAVA_SERIALIZER.deserialize(Integer.class, data)));
    }
}
