package eu.counterpoint.meaning;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A loaded network with its tokenizer. One text a call, without padding: a quantised network gives a text another vector beside
 * longer ones. Each call uses the calling thread and no other. Safe for use by several threads, but not while it is being
 * closed.
 */
final class OnnxModel implements AutoCloseable {

    private static final int USUAL_TOKENS = 128;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Tokenizer tokenizer;
    private final int maxTokens;
    private final String output;
    private final String name;
    private final int dimensions;

    private OnnxModel(OrtEnvironment environment, OrtSession session, Tokenizer tokenizer, int maxTokens, String name)
            throws OrtException {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
        this.maxTokens = maxTokens;
        this.name = name;
        output = output(session.getOutputInfo());
        dimensions = vector("What is the length of this?").length;
    }

    /**
     * @throws IOException              where a file cannot be read
     * @throws OrtException             where the network is not one that runs here
     * @throws IllegalArgumentException where the files are not those of a sentence model
     */
    static OnnxModel load(MeaningSettings settings) throws IOException, OrtException {
        ModelFiles files = ModelFiles.of(settings);
        TokenizerFile tokenizer = files.tokenizer();
        int maxTokens = settings.maxTokens() != null
                ? settings.maxTokens()
                : tokenizer.maxTokens() != null ? tokenizer.maxTokens() : USUAL_TOKENS;
        OrtEnvironment environment = NativeRuntime.load(settings.folder());
        OrtSession session = session(environment, files);
        try {
            return new OnnxModel(environment, session, tokenizer.tokenizer(), maxTokens, files.identity(maxTokens));
        } catch (IOException | OrtException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static OrtSession session(OrtEnvironment environment, ModelFiles files) throws IOException, OrtException {
        try (SessionOptions options = new SessionOptions()) {
            // One thread, the caller's: what is free of the machine belongs to search and ingestion.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Texts differ in length, so a plan of memory made for one is of no use for the next.
            options.setMemoryPatternOptimization(false);
            options.setCPUArenaAllocator(false);
            if (files.folder() != null) {
                return environment.createSession(files.folder().resolve("model.onnx").toString(), options);
            }
            try (InputStream network = files.network()) {
                return environment.createSession(network.readAllBytes(), options);
            }
        }
    }

    /** The vectors of a text's pieces where the network gives them, else what it gives for the text as a whole. */
    private static String output(Map<String, NodeInfo> outputs) {
        return outputs.values().stream().filter(node -> rank(node) == 3).findFirst()
                .or(() -> outputs.values().stream().filter(node -> rank(node) == 2).findFirst())
                .map(NodeInfo::getName)
                .orElseThrow(() -> new IllegalArgumentException("The network gives no vectors but " + outputs));
    }

    private static int rank(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor ? tensor.getShape().length : 0;
    }

    /** What its vectors are known by. */
    String name() {
        return name;
    }

    int dimensions() {
        return dimensions;
    }

    int maxTokens() {
        return maxTokens;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    /** The text's vector, of length 1. */
    float[] vector(String text) throws OrtException {
        long[] ids = tokenizer.ids(text, maxTokens);
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String input : session.getInputNames()) {
                long[] values = switch (input) {
                    case "input_ids" -> ids;
                    case "attention_mask" -> ones;
                    case "token_type_ids" -> new long[ids.length];
                    default -> throw new IllegalArgumentException("The network asks for an unknown " + input);
                };
                inputs.put(input, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
            }
            try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
                OnnxTensor vectors = (OnnxTensor) result.get(0);
                long[] size = vectors.getInfo().getShape();
                return unit(mean(vectors.getFloatBuffer(), (int) size[size.length - 1]));
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static double[] mean(FloatBuffer vectors, int dimensions) {
        double[] sum = new double[dimensions];
        for (int i = 0; vectors.hasRemaining(); i++) {
            sum[i % dimensions] += vectors.get();
        }
        // Divided by their number or not, it has the same direction.
        return sum;
    }

    private static float[] unit(double[] vector) {
        double length = Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum());
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
