package eu.counterpoint.file;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class DownloadResponseTest {

    private static final String REPORT = "The meeting began at nine.";

    @TempDir
    private Path folder;
    private FileStore store;
    private Original original;
    private MockMvc http;

    @BeforeEach
    void servesAnOriginal() throws IOException {
        store = new FolderFileStore(new StoreFolder(new FileSettings(folder)));
        original = store.receive(new ByteArrayInputStream(REPORT.getBytes(StandardCharsets.UTF_8)), 100);
        http = MockMvcBuilders.standaloneSetup(new Downloads(new DownloadResponse(store), original.sha256())).build();
    }

    @Test
    void neverRunsInOurOrigin() throws Exception {
        http.perform(get("/file?name=report.html&type=text/html")).andExpect(status().isOk())
                .andExpect(content().string(REPORT))
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment;")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"))
                .andExpect(header().string("Cache-Control", "no-cache, private"))
                .andExpect(header().longValue("Content-Length", 26));
    }

    @Test
    void namesASafeType() throws Exception {
        http.perform(get("/file?name=report.pdf&type=application/pdf"))
                .andExpect(header().string("Content-Type", "application/pdf"));
    }

    @Test
    void showsAPdfInTheViewerAndNothingElseOfIt() throws Exception {
        http.perform(get("/shown?name=report.html").header("Range", "bytes=4-10"))
                .andExpect(status().isPartialContent())
                .andExpect(content().string("meeting"))
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Content-Disposition", startsWith("inline;")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy",
                        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"))
                .andExpect(header().string("Cache-Control", "no-cache, private"));
    }

    @Test
    void keepsTheNameInAnyScript() throws Exception {
        http.perform(get("/file").param("name", "Bericht \"Über\" Αθήνα.pdf")).andExpect(
                header().string("Content-Disposition",
                        containsString("filename*=UTF-8''Bericht%20%22%C3%9Cber%22%20")));
    }

    @Test
    void sendsARange() throws Exception {
        http.perform(get("/file?name=report.txt").header("Range", "bytes=4-10")).andExpect(status().isPartialContent())
                .andExpect(content().string("meeting")).andExpect(header().longValue("Content-Length", 7))
                .andExpect(header().string("Content-Range", "bytes 4-10/26"));
        http.perform(get("/file?name=report.txt").header("Range", "bytes=-5")).andExpect(status().isPartialContent())
                .andExpect(content().string("nine."));
        http.perform(get("/file?name=report.txt").header("Range", "bytes=26-"))
                .andExpect(status().isRequestedRangeNotSatisfiable());
    }

    @Test
    void sendsNothingToWhoHasItAlready() throws Exception {
        http.perform(get("/file?name=report.txt").header("If-None-Match", "\"" + original.sha256() + "\""))
                .andExpect(status().isNotModified()).andExpect(content().string(""));
    }

    @Test
    void tellsTheSizeToWhoOnlyAsks() throws Exception {
        http.perform(head("/file?name=report.txt")).andExpect(status().isOk())
                .andExpect(header().longValue("Content-Length", 26));
    }

    @Test
    void breaksOffRatherThanHandOutSomethingElse() throws Exception {
        Files.writeString(store.path(original.sha256()), "The meeting began at ten!!");

        Assertions.assertThatThrownBy(() -> http.perform(get("/file?name=report.txt")))
                .isInstanceOf(DamagedFileException.class);
    }

    @RestController
    private record Downloads(DownloadResponse downloads, Sha256 sha256) {

        @GetMapping("/file")
        ResponseEntity<Resource> download(@RequestParam String name, @RequestParam(required = false) String type)
                throws IOException {
            return downloads.of(sha256, name, type);
        }

        @GetMapping("/shown")
        ResponseEntity<Resource> shown(@RequestParam String name) throws IOException {
            return downloads.shown(sha256, name);
        }
    }
}
