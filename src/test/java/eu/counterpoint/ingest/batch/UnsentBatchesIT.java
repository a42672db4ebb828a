package eu.counterpoint.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.testing.WholeApplication;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class UnsentBatchesIT {

    @Autowired
    private Batches batches;
    @Autowired
    private JdbcClient database;

    @Test
    void whatNobodySentToItsEndIsForgottenAfterADay() {
        BatchId abandoned = begun(Duration.ofHours(25), "OPEN");
        BatchId underWay = begun(Duration.ofHours(23), "OPEN");
        BatchId sent = begun(Duration.ofHours(25), "CHECKED");
        assertThat(batches.forgetUnsent()).isPositive();
        assertThat(there(abandoned)).isFalse();
        assertThat(there(underWay)).isTrue();
        assertThat(there(sent)).isTrue();
    }

    private BatchId begun(Duration before, String state) {
        BatchId id = BatchId.next();
        database.sql("""
                insert into batches (id, owner_id, name, state, publish, unnamed, created_at)
                values (?, 4711, 'Begun', ?, false, 0, ?)""")
                .params(id.value(), state, BatchTable.time(Instant.now().minus(before))).update();
        return id;
    }

    private boolean there(BatchId id) {
        return database.sql("select count(*) from batches where id = ?").param(id.value()).query(Integer.class)
                .single() == 1;
    }
}
