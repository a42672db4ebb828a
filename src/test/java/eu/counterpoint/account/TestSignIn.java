package eu.counterpoint.account;

import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Signs somebody in, for this thread, as the form does: for tests of views without a browser. */
public final class TestSignIn {

    private TestSignIn() {}

    public static void as(ApplicationContext application, Reader reader) {
        var standing = application.getBean(Standings.class).of(reader.account()).orElseThrow();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Authorities.signIn(standing));
        SecurityContextHolder.setContext(context);
    }

    public static void nobody() {
        SecurityContextHolder.clearContext();
    }
}
