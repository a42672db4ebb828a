package eu.counterpoint.exchange;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** An address below {@code /api} that there is not, answered here and not with a page of the interface for people. */
@Configuration(proxyBeanMethods = false)
class UnknownAddresses {

    /** After the addresses that there are, before everything else. */
    private static final int AFTER_CONTROLLERS = 1;

    @Bean
    SimpleUrlHandlerMapping unknownApiAddresses() {
        HttpRequestHandler unknown = (request, response) -> {
            throw new Refusal(HttpStatus.NOT_FOUND, "no-such-address");
        };
        return new SimpleUrlHandlerMapping(Map.of("/api/**", unknown), AFTER_CONTROLLERS);
    }
}
