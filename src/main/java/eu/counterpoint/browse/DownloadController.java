package eu.counterpoint.browse;

import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.Reader;
import eu.counterpoint.file.CoverResponse;
import eu.counterpoint.file.DownloadResponse;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.MaterialNotFoundException;
import eu.counterpoint.library.MaterialWithdrawnException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Hands out originals and their covers to browsers, to whom may see their material. */
@Controller
class DownloadController {

    private final Library library;
    private final DownloadResponse downloads;
    private final CoverResponse covers;
    private final CurrentReader reader;

    DownloadController(Library library, DownloadResponse downloads, CoverResponse covers, CurrentReader reader) {
        this.library = library;
        this.downloads = downloads;
        this.covers = covers;
        this.reader = reader;
    }

    /** Answers HEAD as well. */
    @GetMapping("/materials/{id}/files/{file:\\d{1,18}}")
    ResponseEntity<Resource> download(@PathVariable String id, @PathVariable long file) throws IOException {
        MaterialFile found = allowed(id, file);
        try {
            return downloads.of(found.sha256(), found.name(), found.mediaType());
        } catch (NoSuchFileException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "", e);
        }
    }

    /** An original that is a PDF, for the viewer of the browser: {@code #page=3} opens it there. Answers HEAD as well. */
    @GetMapping("/materials/{id}/files/{file:\\d{1,18}}/pdf")
    ResponseEntity<Resource> pdf(@PathVariable String id, @PathVariable long file) throws IOException {
        MaterialFile found = allowed(id, file);
        if (!found.isPdf()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            return downloads.shown(found.sha256(), found.name());
        } catch (NoSuchFileException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "", e);
        }
    }

    /** The cover of an original, to whom may have that. Answers HEAD as well. */
    @GetMapping("/materials/{id}/files/{file:\\d{1,18}}/cover")
    ResponseEntity<byte[]> cover(@PathVariable String id, @PathVariable long file) throws IOException {
        return covers.of(allowed(id, file).sha256())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @throws ResponseStatusException where this reader may not have it */
    private MaterialFile allowed(String id, long file) {
        if (!MaterialId.isWellFormed(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            Reader who = reader.get();
            MaterialFile found = library.visible(new MaterialId(id), who).file(new FileId(file))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            if (!found.mayBeTaken(who)) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            return found;
        } catch (MaterialWithdrawnException e) {
            throw new ResponseStatusException(HttpStatus.GONE, "", e);
        } catch (MaterialNotFoundException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "", e);
        }
    }
}
