package eu.counterpoint.browse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.review.Review;
import eu.counterpoint.testing.WholeApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@WholeApplication
class DownloadIT {

    private static final byte[] PAGE = "<!doctype html><title>x</title><script>alert(1)</script><p>Hello"
            .getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Intake intake;

    @Autowired
    private Library library;

    @Autowired
    private Review review;

    private Reader editor;
    private Material material;

    @BeforeEach
    void aMaterialWithAPage() throws IOException {
        editor = TestPeople.editor(application);
        Material draft = new Shown(application).draft("A page " + Shown.word(), editor);
        material = intake.add(draft.id(), List.of(intake.keep(new Upload("page.html", new ByteArrayInputStream(PAGE)))),
                editor);
    }

    @Test
    void handsOutWhatWasUploadedAndRunsNothingOfIt() throws Exception {
        review.publish(material.id(), editor);

        HttpResponse<byte[]> got = ask("GET");
        HttpResponse<byte[]> head = ask("HEAD");

        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(PAGE);
        assertThat(got.headers().firstValue("Content-Disposition")).get().asString().startsWith("attachment");
        assertThat(got.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(got.headers().allValues("Content-Security-Policy")).singleElement().asString().contains("sandbox");
        assertThat(got.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains(String.valueOf(PAGE.length));
    }

    @Test
    void isThereOnlyForWhomMaySeeTheMaterial() throws Exception {
        assertThat(ask("GET").statusCode()).isEqualTo(404);
        review.publish(material.id(), editor);
        review.withdraw(material.id(), "A slip", editor);
        assertThat(ask("GET").statusCode()).isEqualTo(410);
        assertThat(library.find(material.id())).isPresent();
    }

    private HttpResponse<byte[]> ask(String method) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + "/materials/" + material.id() + "/files/"
                + material.files().getFirst().id());
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody())
                    .build(), BodyHandlers.ofByteArray());
        }
    }
}
