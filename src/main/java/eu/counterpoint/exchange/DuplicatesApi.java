package eu.counterpoint.exchange;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Duplicate;
import eu.counterpoint.library.Duplicates;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the library has already of the files of a record. */
@RestController
@Tag(name = "Materials")
class DuplicatesApi {

    private final Asking asking;
    private final Library library;
    private final Duplicates duplicates;

    DuplicatesApi(Asking asking, Library library, Duplicates duplicates) {
        this.asking = asking;
        this.library = library;
        this.duplicates = duplicates;
    }

    /** All that was found, as REST answers it. */
    @Schema(name = "Duplicates")
    record DuplicatesJson(
            @Schema(description = "The same files first, then nearly the same texts; of each file at most five of either") List<DuplicateJson> duplicates) {}

    /** Another record that has a file, or its text. */
    @Schema(name = "Duplicate")
    record DuplicateJson(
            @Schema(description = "The id of the file of this record", example = "17") String file,
            @Schema(description = "That file's name", example = "report.pdf") String name,
            @Schema(description = "same-file: the same original, byte for byte; nearly-same-text: another original with nearly the same text", allowableValues = {
                    "same-file", "nearly-same-text"}) String likeness,
            @Schema(description = "The id of the other record", example = "voices-that-carry") String material,
            @Schema(description = "The other record's title") String title,
            @Schema(description = "Of the other record: draft, submitted, changes-requested, published or withdrawn", example = "published") String status,
            @Schema(description = "Addresses within this library of the other record: self, page") Map<String, String> links){}

    @GetMapping(path = "/api/materials/{id}/duplicates", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "See what the library has already", description = """
            Other records that you may see and that have a file of this one, or nearly its text once that was read. \
            Worth a look; nothing is refused for it.""")
    @ApiResponse(responseCode = "200", description = "What was found, perhaps nothing", content = @Content(schema = @Schema(implementation = DuplicatesJson.class)))
    @Refuses({404, 410})
    ResponseEntity<DuplicatesJson> duplicates(@PathVariable String id) {
        Reader reader = asking.anybody();
        var material = library.visible(Addresses.material(id), reader);
        List<DuplicateJson> found = duplicates.of(material, reader).stream()
                .map(one -> json(one, material.file(one.file()).map(MaterialFile::name).orElseThrow())).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new DuplicatesJson(found));
    }

    private static DuplicateJson json(Duplicate one, String file) {
        return new DuplicateJson(one.file().toString(), file, one.likeness().id(), one.material().value(), one.title(),
                one.status().id(),
                Records.links(one.material()));
    }
}
