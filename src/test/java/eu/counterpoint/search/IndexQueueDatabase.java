package eu.counterpoint.search;

import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** A database of a test with the tables of the {@link IndexQueue} alone, as the application makes them. */
final class IndexQueueDatabase {

    private IndexQueueDatabase() {}

    static EmbeddedDatabase empty() {
        return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2).generateUniqueName(true)
                .addScripts("db/migration/V3__jobs.sql", "db/migration/V9__index_queue.sql").build();
    }
}
