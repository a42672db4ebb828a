package eu.counterpoint.account;

import org.apache.catalina.core.StandardContext;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Views are answered through a forward. Tomcat 11 finishes the answer at its end, past the filters that still have to
 * write the security headers; this lets them.
 */
@Component
class HeadersAfterForward implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(context -> {
            if (context instanceof StandardContext standard) {
                standard.setSuspendWrappedResponseAfterForward(false);
            }
        });
    }
}
