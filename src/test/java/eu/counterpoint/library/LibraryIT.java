package eu.counterpoint.library;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class LibraryIT {
    @Autowired
    Library library;

    @Test
    void boots() {
        Reader owner = new Reader(new AccountId(1), "Ola", Role.CONTRIBUTOR, false);
        Material made = library.create(Description.EMPTY, owner);
        assertThat(library.find(made.id())).contains(made);
    }
}
