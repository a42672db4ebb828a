package eu.counterpoint.library;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the files of a material say of themselves. */
@Service
public class FileClaims {

    private final JdbcClient database;

    FileClaims(JdbcClient database) {
        this.database = database;
    }

    /** Of those files that were read, in their order. Whether somebody may see it is the caller's to check. */
    public List<FileClaim> of(MaterialId material) {
        return database.sql("""
                select id, own_title, own_authors, own_year from material_files
                where material_id = ? and extractor is not null order by id""").param(material.value())
                .query((row, number) -> FileClaim.of(new FileId(row.getLong("id")), row.getString("own_title"),
                        row.getString("own_authors"), row.getObject("own_year", Integer.class)))
                .list();
    }

    /** Of one of them; says nothing where it was not read. Whether somebody may see it is the caller's to check. */
    public FileClaim of(MaterialId material, FileId file) {
        return of(material).stream().filter(claim -> claim.file().equals(file)).findFirst()
                .orElse(new FileClaim(file, null, List.of(), null));
    }
}
