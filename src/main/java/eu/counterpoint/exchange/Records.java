package eu.counterpoint.exchange;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.MaterialJson.FileJson;
import eu.counterpoint.exchange.MaterialJson.Tombstone;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.ui.Texts;

/** Writes records as a reader may see them. */
@Component
class Records {

    static final String PATH = "/api/materials/";

    private final Accounts accounts;
    private final Texts texts;

    Records(Accounts accounts, Texts texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    MaterialJson write(Material material, Reader reader) {
        boolean own = material.owner().equals(reader.account());
        boolean insider = own || reader.is(Role.EDITOR);
        List<FileJson> files = material.files().stream().map(file -> write(material.id(), file, reader)).toList();
        return new MaterialJson(material.id().value(), material.status().id(), material.revision(), material.version(),
                Metadata.of(material.description()),
                insider ? own ? reader.name() : accounts.name(material.owner()) : null,
                insider ? material.note() : null, material.starter(), material.createdAt(), material.changedAt(),
                material.publishedAt(), files,
                links(material.id()));
    }

    /** Addresses of a record within this library: for scripts, and its page. */
    static Map<String, String> links(MaterialId material) {
        return Map.of("self", PATH + material, "page", "/materials/" + material);
    }

    Tombstone tombstone(Material material) {
        return new Tombstone(material.id().value(), material.description().title(), material.status().id(),
                material.note(), material.changedAt());
    }

    FileJson write(MaterialId material, MaterialFile file, Reader reader) {
        String address = PATH + material + "/files/" + file.id();
        return new FileJson(file.id().toString(), file.name(), file.sha256().hex(), file.size(), file.mediaType(),
                file.outcome().id(), reason(file.outcome(), file.reason(), file.signature(), texts), file.language(),
                file.pages(), file.seconds(),
                file.mayBeTaken(reader) ? Map.of("original", address, "text", address + "/text") : Map.of());
    }

    /**
     * The sentence that explains an outcome.
     *
     * @param reason    as {@link MaterialFile#reason()}
     * @param signature as {@link MaterialFile#signature()}
     * @return null where there is nothing to explain
     */
    static @Nullable String reason(Outcome outcome, @Nullable String reason, @Nullable String signature,
            Texts texts) {
        if (reason == null) {
            return null;
        }
        try {
            return texts.get("extraction.reason." + reason, signature);
        } catch (NoSuchMessageException e) {
            return texts.get("exchange.outcome." + outcome.id());
        }
    }
}
