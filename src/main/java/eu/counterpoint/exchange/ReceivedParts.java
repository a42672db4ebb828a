package eu.counterpoint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.NewFile;

/** Takes a multipart request apart. Its parts wait on the disk, never in memory. */
@Component
class ReceivedParts {

    private final Intake intake;
    private final JsonBody json;

    ReceivedParts(Intake intake, JsonBody json) {
        this.intake = intake;
        this.json = json;
    }

    /**
     * What came.
     *
     * @param metadata the part of that name as it came, or null
     * @param files    the parts called {@code file}, in order
     */
    record Parts(byte @Nullable [] metadata, List<Part> files) {}

    /** Waits until the request is here whole. */
    Parts receive(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase().startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "multipart-only");
        }
        byte[] metadata = null;
        List<Part> files = new ArrayList<>();
        for (Part part : request.getParts()) {
            switch (part.getName()) {
                case "file" -> files.add(part);
                case "metadata" -> {
                    if (metadata != null) {
                        throw new Refusal(HttpStatus.BAD_REQUEST, "metadata-twice");
                    }
                    try (InputStream content = part.getInputStream()) {
                        metadata = json.bytes(content);
                    }
                }
                default -> throw new Refusal(HttpStatus.BAD_REQUEST, "unknown-part", part.getName());
            }
        }
        return new Parts(metadata, files);
    }

    /** Keeps the originals. From here on they are durable, but not yet part of any material. */
    List<NewFile> keep(List<Part> parts) throws IOException {
        List<NewFile> kept = new ArrayList<>(parts.size());
        for (Part part : parts) {
            String name = part.getSubmittedFileName();
            try (InputStream content = part.getInputStream()) {
                kept.add(intake.keep(new Upload(name == null ? "" : name, content)));
            }
        }
        return kept;
    }
}
