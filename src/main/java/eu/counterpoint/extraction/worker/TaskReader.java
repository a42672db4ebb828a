package eu.counterpoint.extraction.worker;

import java.io.IOException;

/** What a worker does with the files it is given. */
interface TaskReader {

    /** Reads a file and writes its frames. What the file does wrong is its {@link Ending}. */
    void read(Task task) throws IOException;

    /** To be called every now and then from another thread, so that the application hears of a slow file. */
    void tick();
}
