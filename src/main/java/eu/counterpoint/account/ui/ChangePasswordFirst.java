package eu.counterpoint.account.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.CurrentReader;
import org.springframework.stereotype.Component;

/** Leads who came with a password that somebody else chose to the place where they choose their own. */
@Component
class ChangePasswordFirst implements VaadinServiceInitListener {

    private final Accounts accounts;
    private final CurrentReader reader;

    ChangePasswordFirst(Accounts accounts, CurrentReader reader) {
        this.accounts = accounts;
        this.reader = reader;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(ui -> ui.getUI().addBeforeEnterListener(entering -> {
            if (entering.getNavigationTarget() != AccountView.class && accounts.mustChangePassword(reader.get())) {
                entering.forwardTo(AccountView.class);
            }
        }));
    }
}
