package eu.counterpoint.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Later versions of the library send usage data home, unless an environment variable forbids it that a Java program cannot set
 * for itself. This holds the library to a version that could not if it would.
 */
class NativeRuntimeTest {

    @ParameterizedTest
    @ValueSource(strings = {"linux-x64/libonnxruntime.so", "linux-aarch64/libonnxruntime.so",
            "osx-aarch64/libonnxruntime.dylib", "win-x64/onnxruntime.dll"})
    void theNativeCodeHasNoMeansToFindAnotherComputer(String library) throws IOException {
        try (InputStream in = OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
            String code = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(Stream.of("getaddrinfo", "gethostbyname", "libcurl", "WinHttp", "events.data.microsoft")
                    .filter(code::contains)).isEmpty();
            assertThat(code).as("what is looked for stands there as plain text").contains("OrtGetApiBase");
        }
    }
}
