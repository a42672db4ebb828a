package eu.counterpoint.browse;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.account.TestSignIn;
import eu.counterpoint.ingest.GermanText;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.Status;
import eu.counterpoint.library.ui.FileLanguage;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The language of a file on the page of its material. */
@Tag("once")
@WholeApplication
@ViewPackages(classes = MaterialView.class)
class FileLanguageIT extends SpringBrowserlessTest {

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Library library;

    @AfterEach
    void nobodyIsSignedIn() {
        TestSignIn.nobody();
    }

    @Test
    void isSaidToEverybodyAndCorrectedByThoseWhoMayEdit() throws IOException {
        Reader editor = TestPeople.editor(application);
        Material material = GermanText.draft(application, editor);
        library.move(material.id(), Status.PUBLISHED, null, editor);

        FileLanguage seen = language(open(material));
        assertThat(seen.getElement().getTextRecursively()).isEqualTo("Language: German (detected)");
        assertThat($(NativeButton.class, seen).all()).isEmpty();

        TestSignIn.as(application, editor);
        MaterialView view = open(material);
        test($(NativeButton.class, language(view)).single()).click();
        test($(ComboBox.class, language(view)).single()).selectItem("Swedish");

        assertThat(language(view).getElement().getTextRecursively()).startsWith("Language: Swedish (corrected)");
        assertThat(view.getElement().getTextRecursively()).contains("Language corrected: bericht.txt");
        assertThat(library.find(material.id()).orElseThrow().files().getFirst().statedLanguage()).isEqualTo("sv");
    }

    private MaterialView open(Material material) {
        return navigate(MaterialView.class, Map.of("id", material.id().value()));
    }

    private FileLanguage language(MaterialView view) {
        return $(FileLanguage.class, view).single();
    }
}
