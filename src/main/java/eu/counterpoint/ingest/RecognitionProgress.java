package eu.counterpoint.ingest;

import eu.counterpoint.extraction.Recogniser.PageProgress;
import eu.counterpoint.library.FileId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the recognition of scans is, for every instance to see. */
@Component
public class RecognitionProgress {

    private final JdbcClient jdbc;

    RecognitionProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those of these files whose pages are being read at this moment: at most a few hundred files at a time. */
    public Map<FileId, PageProgress> of(Collection<FileId> files) {
        Map<FileId, PageProgress> progress = new HashMap<>();
        if (!files.isEmpty()) {
            jdbc.sql("select file_id, done, pages from recognition_progress where file_id in (:files)")
                    .param("files", files.stream().map(FileId::value).toList())
                    .query((row, number) -> progress.put(new FileId(row.getLong(1)),
                            new PageProgress(row.getInt(2), row.getInt(3))))
                    .list();
        }
        return progress;
    }

    void note(FileId file, PageProgress progress) {
        if (update(file, progress) == 0) {
            try {
                jdbc.sql("insert into recognition_progress (file_id, done, pages) values (?, ?, ?)")
                        .params(file.value(), progress.done(), progress.of()).update();
            } catch (DuplicateKeyException twice) {
                update(file, progress);
            }
        }
    }

    private int update(FileId file, PageProgress progress) {
        return jdbc.sql("update recognition_progress set done = ?, pages = ? where file_id = ?")
                .params(progress.done(), progress.of(), file.value()).update();
    }

    void ended(FileId file) {
        jdbc.sql("delete from recognition_progress where file_id = ?").param(file.value()).update();
    }
}
