package eu.counterpoint.meaning;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The files of a sentence model: the built-in ones on the class path, or those in a folder.
 *
 * @param folder null for the built-in model
 * @param label  what people call the model
 */
record ModelFiles(@Nullable Path folder, String label) {

    private static final String BUILT_IN = "all-minilm-l6-v2-q";
    private static final int HASH_DIGITS = 8;

    static ModelFiles of(MeaningSettings settings) {
        Path folder = settings.model() == null ? null : settings.model().toAbsolutePath().normalize();
        if (settings.name() != null) {
            return new ModelFiles(folder, settings.name());
        }
        String label = folder == null || folder.getFileName() == null ? BUILT_IN : folder.getFileName().toString();
        return new ModelFiles(folder, label.substring(0, Math.min(label.length(), MeaningSettings.LONGEST_NAME)));
    }

    /** The network, as ONNX. Close the stream. */
    InputStream network() throws IOException {
        return folder == null ? resource(BUILT_IN + ".onnx") : Files.newInputStream(folder.resolve("model.onnx"));
    }

    /** The tokenizer that the model was trained with. */
    TokenizerFile tokenizer() throws IOException {
        if (folder == null) {
            try (InputStream json = resource(BUILT_IN + "-tokenizer.json")) {
                return TokenizerFile.json(json);
            }
        }
        Path json = folder.resolve("tokenizer.json");
        if (Files.exists(json)) {
            try (InputStream in = Files.newInputStream(json)) {
                return TokenizerFile.json(in);
            }
        }
        return TokenizerFile.vocabulary(Files.readAllLines(folder.resolve("vocab.txt")));
    }

    /**
     * What vectors of this model are known by: its label, and a few digits of a hash over everything that makes them, so that
     * another file under an old name is another model.
     *
     * @param maxTokens how much of a text it reads
     */
    String identity(int maxTokens) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(network(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        for (String file : folder == null ? new String[]{} : new String[]{"tokenizer.json", "vocab.txt"}) {
            if (Files.exists(folder.resolve(file))) {
                digest.update(Files.readAllBytes(folder.resolve(file)));
            }
        }
        digest.update(Integer.toString(maxTokens).getBytes(StandardCharsets.UTF_8));
        return label + "@" + HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = ModelFiles.class.getResourceAsStream("/" + name);
        if (in == null) {
            throw new FileNotFoundException("There is no " + name + " on the class path");
        }
        return in;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
