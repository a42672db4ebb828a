package eu.counterpoint.browse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.HttpVisitor;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.review.Review;
import eu.counterpoint.testing.Pdfs;
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
        material = with(file("page.html", PAGE));
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

    @Test
    void showsAPdfInTheBrowserWhateverItIsCalled() throws Exception {
        byte[] pdf = Pdfs.saying("A report " + Shown.word());
        material = with(file("report.html", pdf));
        review.publish(material.id(), editor);

        HttpResponse<byte[]> got = ask("GET", "/pdf");

        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(pdf);
        assertThat(got.headers().allValues("Content-Type")).containsExactly("application/pdf");
        assertThat(got.headers().firstValue("Content-Disposition")).get().asString().startsWith("inline");
        assertThat(got.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(got.headers().allValues("Content-Security-Policy")).singleElement().asString()
                .contains("default-src 'none'").doesNotContain("sandbox", "script-src", "unsafe");
        assertThat(got.headers().allValues("Cache-Control")).singleElement().asString().contains("no-cache", "private");
        assertThat(ask("HEAD", "/pdf").headers().firstValue("Content-Length")).contains(String.valueOf(pdf.length));
        assertThat(ask("GET").headers().firstValue("Content-Disposition")).get().asString().startsWith("attachment");
    }

    @Test
    void showsNothingThatIsNoPdfWhateverItIsCalled() throws Exception {
        review.publish(material.id(), editor);
        assertThat(ask("GET", "/pdf").statusCode()).isEqualTo(404);
        material = with(file("report.pdf", PAGE));
        review.publish(material.id(), editor);
        assertThat(ask("GET").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void showsAPdfOnlyToWhomMayDownloadIt() throws Exception {
        NewFile report = file("report.pdf", Pdfs.saying("A report " + Shown.word()));
        material = with(report);
        assertThat(ask("GET", "/pdf").statusCode()).isEqualTo(404);
        review.publish(material.id(), editor);
        assertThat(ask("GET", "/pdf").statusCode()).isEqualTo(200);
        review.withdraw(material.id(), "A slip", editor);
        assertThat(ask("GET", "/pdf").statusCode()).isEqualTo(410);

        material = library.create(material.description(), List.of(report.toBeChecked()), editor);
        review.publish(material.id(), editor);
        assertThat(ask("GET", "/pdf").statusCode()).isEqualTo(404);
        assertThat(signedIn(editor).get(address() + "/pdf").statusCode()).isEqualTo(403);
        assertThat(signedIn(TestPeople.administrator(application)).get(address() + "/pdf").statusCode()).isEqualTo(200);
    }

    private Material with(NewFile file) {
        Material draft = new Shown(application).draft("A page " + Shown.word(), editor);
        return intake.add(draft.id(), List.of(file), editor);
    }

    private NewFile file(String name, byte[] content) throws IOException {
        return intake.keep(new Upload(name, new ByteArrayInputStream(content)));
    }

    private HttpVisitor signedIn(Reader reader) {
        HttpVisitor visitor = new HttpVisitor(port);
        visitor.signIn(TestPeople.username(application, reader), TestPeople.PASSWORD);
        return visitor;
    }

    private String address() {
        MaterialFile file = library.find(material.id()).orElseThrow().files().getFirst();
        return "/materials/" + material.id() + "/files/" + file.id();
    }

    private HttpResponse<byte[]> ask(String method) throws IOException, InterruptedException {
        return ask(method, "");
    }

    private HttpResponse<byte[]> ask(String method, String what) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + address() + what);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody())
                    .build(), BodyHandlers.ofByteArray());
        }
    }
}
