package eu.counterpoint.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.account.TestSignIn;
import eu.counterpoint.testing.WholeApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("once")
@WholeApplication
@ViewPackages(classes = IndexView.class)
class IndexViewIT extends SpringBrowserlessTest {

    @Autowired
    private ApplicationContext application;
    @Autowired
    private JdbcClient database;

    @AfterEach
    void nobodyIsSignedIn() {
        TestSignIn.nobody();
    }

    @Test
    void rebuildsAtAClickAndFollowsWithoutReloading() throws InterruptedException {
        TestSignIn.as(application, TestPeople.administrator(application));
        IndexView view = navigate(IndexView.class);
        follow(view);
        assertThat(text(view)).contains("Records that can be found", "Up to date");

        click(view, "Rebuild the index");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();
        // A small library is filled before the first look.
        List<String> seen = new ArrayList<>(List.of(text(view)));
        seen.addAll(follow(view));

        assertThat(seen).anyMatch(text -> text.contains("A new index is being filled,") && text.contains(" % · "));
        assertThat(text(view)).contains("The index was rebuilt", "It took").doesNotContain("being filled");
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
        assertThat(text(view)).doesNotContain("Never.");
    }

    @Test
    void saysInPlainWordsWhyARebuildFailedAndOffersAnother() throws InterruptedException {
        TestSignIn.as(application, TestPeople.administrator(application));
        IndexView view = navigate(IndexView.class);
        follow(view);
        database.sql("""
                update index_rebuild set stage = 'FAILED', reason = 'ASKED', problem = 'DIFFERENT',
                  detail = '7 records are published, but 6 are in the new index'""").update();

        view.look();
        assertThat(text(view)).contains("The index could not be rebuilt",
                "The new index was not what the catalogue says, so it was not used. The old index stays in use.",
                "For those who run the library: 7 records are published, but 6 are in the new index");
        click(view, "Try again");
        follow(view);
        assertThat(text(view)).contains("The index was rebuilt");
    }

    @Test
    void isForAdministratorsOnly() {
        TestSignIn.as(application, TestPeople.editor(application));
        UI.getCurrent().navigate("search-index");
        assertThat(getCurrentView()).isNotInstanceOf(IndexView.class);
    }

    /** Looks again as the browser does, until there is nothing to wait for; returns what was seen. */
    private static List<String> follow(IndexView view) throws InterruptedException {
        List<String> seen = new ArrayList<>();
        do {
            Thread.sleep(100);
            view.look();
            seen.add(text(view));
        } while (UI.getCurrent().getPollInterval() > 0 && seen.size() < 1_200);
        return seen;
    }

    private void click(IndexView view, String button) {
        test($(NativeButton.class, view).all().stream().filter(one -> one.getText().equals(button)).findFirst()
                .orElseThrow()).click();
    }

    private static String text(IndexView view) {
        return view.getElement().getTextRecursively();
    }
}
