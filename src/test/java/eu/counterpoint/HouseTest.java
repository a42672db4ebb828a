package eu.counterpoint;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house as CONTRIBUTING describes it: who may use whom. */
class HouseTest {

    @Test
    void modulesUseOnlyWhatTheyMay() {
        ApplicationModules.of(Counterpoint.class).verify();
    }
}
