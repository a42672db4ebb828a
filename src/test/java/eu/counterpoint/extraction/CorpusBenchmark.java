package eu.counterpoint.extraction;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;

/**
 * How fast files are read, without storage and index. Arguments: a folder, how many workers, how many passes. The first
 * passes are cold; quote the median of the later ones.
 */
final class CorpusBenchmark {

    public static void main(String[] args) throws Exception {
        List<Path> files = new Corpus(Path.of(args[0])).files();
        int workers = Integer.parseInt(args[1]);
        try (WorkerPool pool = new WorkerPool(Pools.settings(workers))) {
            for (int pass = 1; pass <= Integer.parseInt(args[2]); pass++) {
                var outcomes = new ConcurrentSkipListMap<String, Integer>();
                List<Callable<Extraction>> work = new ArrayList<>();
                for (Path file : files) {
                    work.add(() -> {
                        Extraction extraction = pool.extract(file, file.getFileName().toString());
                        outcomes.merge(extraction.status() + " " + extraction.reason(), 1, Integer::sum);
                        return extraction;
                    });
                }
                double cpu = cpuSeconds(pool);
                long start = System.nanoTime();
                try (var callers = Executors.newFixedThreadPool(workers)) {
                    callers.invokeAll(work);
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf("pass %d: %d files, %.1f s, %.1f files/s, %.1f s of processor time %s%n", pass,
                        files.size(), seconds, files.size() / seconds, cpuSeconds(pool) - cpu,
                        pass == 1 ? new TreeMap<>(outcomes) : "");
            }
        }
    }

    /** Of this process and its workers; tells more than the clock on a busy machine. */
    private static double cpuSeconds(WorkerPool pool) {
        Duration sum = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        for (long pid : pool.pids()) {
            sum = sum.plus(
                    ProcessHandle.of(pid).flatMap(worker -> worker.info().totalCpuDuration()).orElse(Duration.ZERO));
        }
        return sum.toMillis() / 1e3;
    }
}
