package eu.counterpoint.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import eu.counterpoint.file.FileTooLargeException;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.KeptFiles;
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
     * What came. Its parts are on the disk until it is closed.
     *
     * @param metadata the part of that name as it came, or null
     * @param files    the parts called {@code file}, in order
     */
    record Parts(byte @Nullable [] metadata, List<Part> files, Collection<Part> all) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            for (Part part : all) {
                part.delete();
            }
        }
    }

    /** Waits until the request is here whole. */
    Parts receive(HttpServletRequest request) throws IOException, ServletException {
        Parts received = new Parts(null, List.of(), all(request));
        try {
            return sorted(received.all());
        } catch (IOException | RuntimeException e) {
            received.close();
            throw e;
        }
    }

    /**
     * Keeps the originals and hands them on. Then they are durable, but not yet part of any material; where that is refused,
     * they are forgotten again.
     */
    <T> T kept(List<Part> parts, Function<List<NewFile>, T> use) throws IOException {
        try (KeptFiles kept = intake.keeping()) {
            for (Part part : parts) {
                String name = part.getSubmittedFileName();
                try (InputStream content = part.getInputStream()) {
                    kept.keep(new Upload(name == null ? "" : name, content));
                }
            }
            T result = use.apply(kept.files());
            kept.taken();
            return result;
        }
    }

    private Parts sorted(Collection<Part> parts) throws IOException {
        byte[] metadata = null;
        List<Part> files = new ArrayList<>();
        for (Part part : parts) {
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
        return new Parts(metadata, files, parts);
    }

    /** Every part of a request, once it is here whole; to be deleted by whoever asks. */
    Collection<Part> all(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "multipart-only");
        }
        try {
            return request.getParts();
        } catch (IllegalStateException | IOException | ServletException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                switch (cause) {
                    case SizeException tooLarge -> throw new FileTooLargeException(intake.maxFileBytes());
                    case FileCountLimitExceededException tooMany -> throw new Refusal(HttpStatus.CONTENT_TOO_LARGE,
                            "too-many-parts");
                    case BadRequestException sender -> throw broken();
                    case EOFException sender -> throw broken();
                    case SocketTimeoutException sender -> throw broken();
                    case MultipartStream.MalformedStreamException sender -> throw broken();
                    case IOFileUploadException around -> {
                        // Says nothing itself.
                    }
                    case FileUploadException sender -> throw broken();
                    default -> {
                        // Look further in.
                    }
                }
            }
            throw e;
        }
    }

    private static Refusal broken() {
        return new Refusal(HttpStatus.BAD_REQUEST, "upload-broken");
    }
}
