package eu.counterpoint.ingest.ui;

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
import eu.counterpoint.library.ui.FileLanguage;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The files of the form. */
@WholeApplication
@ViewPackages(classes = ContributeView.class)
class ContributeFilesIT extends SpringBrowserlessTest {

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Library library;

    @AfterEach
    void nobodyIsSignedIn() {
        TestSignIn.nobody();
    }

    @Test
    void saysTheLanguageOfAFileAndTakesACorrection() throws IOException {
        Reader owner = TestPeople.contributor(application);
        Material draft = GermanText.draft(application, owner);
        TestSignIn.as(application, owner);
        ContributeView view = navigate(ContributeView.class, Map.of("id", draft.id().value()));
        FileLanguage language = $(FileLanguage.class, view).single();
        assertThat(language.getElement().getTextRecursively()).startsWith("Language: German (detected)");

        test($(NativeButton.class, language).single()).click();
        test($(ComboBox.class, language).single()).selectItem("Dutch");

        assertThat($(FileLanguage.class, view).single().getElement().getTextRecursively())
                .startsWith("Language: Dutch (corrected)");
        assertThat(library.find(draft.id()).orElseThrow().files().getFirst().language()).isEqualTo("nl");
    }
}
