package eu.counterpoint.exchange;

import java.net.URI;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import eu.counterpoint.account.Reader;
import eu.counterpoint.exchange.IdempotencyKeys.Answer;
import eu.counterpoint.library.Material;

/** Answers with records. */
@Component
class Answers {

    private final Records records;
    private final JsonMapper mapper;

    Answers(Records records, JsonMapper mapper) {
        this.records = records;
        this.mapper = mapper;
    }

    /**
     * The record. Never answered from a cache: its files are read while its revision stays.
     */
    ResponseEntity<MaterialJson> record(Material material, Reader reader) {
        return ResponseEntity.ok().header(HttpHeaders.ETAG, IfMatch.tag(material.revision()))
                .cacheControl(CacheControl.noStore()).body(records.write(material, reader));
    }

    /** The record, as it is answered now and whenever it is asked for under the same key. */
    Answer toRemember(Material material, Reader reader) {
        return new Answer(Records.PATH + material.id(), material.revision(),
                mapper.writeValueAsString(records.write(material, reader)));
    }

    ResponseEntity<String> created(Answer answer) {
        return ResponseEntity.created(URI.create(answer.location()))
                .header(HttpHeaders.ETAG, IfMatch.tag(answer.revision())).cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON).body(answer.body());
    }
}
