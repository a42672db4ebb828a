package eu.counterpoint.extraction;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tests of the texts of files begin with: a pool with one worker, which all tests of a class share and none may leave anything behind in,
 * and a file of its own for each test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneWorker {

    final WorkerPool pool;

    @RegisterExtension
    final LeavesNothing afterwards;

    @TempDir
    Path folder;

    /** What is to be read; it is not there yet. */
    Path file;

    OneWorker(ExtractionSettings settings) {
        pool = new WorkerPool(settings);
        afterwards = new LeavesNothing(pool::pids);
    }

    @BeforeEach
    final void name() {
        file = folder.resolve("a");
    }

    @AfterAll
    final void close() {
        pool.close();
    }

    /** @param name as uploaded */
    Extraction extract(String name) throws InterruptedException {
        return pool.extract(file, name);
    }
}
