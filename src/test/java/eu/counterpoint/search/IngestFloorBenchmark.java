package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import eu.counterpoint.bench.BareTikaProcess;
import eu.counterpoint.bench.WarmPasses;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.testing.Corpus;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.WholeApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What {@code IngestBenchmark} could reach at most: the same files parsed by bare Tika, and then the documents that the library
 * makes of them sent straight to the engine, on the same two cores and without any worker, request, store, catalogue or job.
 * {@code mvn -B test -Dtest=IngestFloorBenchmark} prints it; {@code -Dpasses=10} sets how many passes.
 */
@WholeApplication
class IngestFloorBenchmark {

    private static final int PASSES = Integer.getInteger("passes", 10);

    @Autowired
    private ElasticsearchClient engine;
    @Autowired
    private Library library;
    @Autowired
    private TextReader texts;
    @LocalServerPort
    private int port;

    @Test
    void corpus() throws Exception {
        List<Path> files = Corpus.files();
        List<Double> parsing = new ArrayList<>();
        List<Double> indexing = new ArrayList<>();
        try (BareTikaProcess bare = new BareTikaProcess(Corpus.folder());
                RawBulk raw = new RawBulk(engine, Path.of("target"))) {
            library.findAll(read(files)).forEach(material -> raw.add(material, texts));
            for (int pass = 1; pass <= PASSES; pass++) {
                parsing.add(bare.pass());
                indexing.add(raw.send());
                System.out.printf("pass %2d: parsed in %.2f s, %,d documents indexed in %.2f s%n", pass,
                        parsing.getLast(), raw.documents(), indexing.getLast());
            }
        }
        double parse = WarmPasses.median(parsing);
        double index = WarmPasses.median(indexing);
        System.out.printf(
                "medians of passes %d to %d: bare Tika %.2f s, raw bulk %.2f s: at most %.2f of bare Tika's rate%n",
                PASSES / 2 + 1, PASSES, parse, index, parse / (parse + index));
    }

    /** The materials of the files, once each is read. */
    private List<MaterialId> read(List<Path> files) throws InterruptedException {
        RestClient client = RestClient.asAdmin(port);
        List<String> ids = new ArrayList<>();
        for (Path file : files) {
            ids.add(client.upload("/api/materials?publish=true", "{\"organisation\":\"floor\"}", List.of(file))
                    .expect(201).json().get("id").asString());
        }
        for (String id : ids) {
            client.onceRead(id);
        }
        return ids.stream().map(MaterialId::new).toList();
    }
}
