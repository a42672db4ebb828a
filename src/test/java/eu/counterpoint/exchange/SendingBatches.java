package eu.counterpoint.exchange;

import eu.counterpoint.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What tests of batches begin with: somebody who sends them and has no materials yet. */
abstract class SendingBatches {

    @Autowired
    private ApplicationContext application;

    BatchSender sender;

    @BeforeEach
    void somebodyWithoutMaterials() {
        sender = new BatchSender(Caller.another(Role.CONTRIBUTOR, application));
    }
}
