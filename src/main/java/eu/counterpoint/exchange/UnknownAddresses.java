package eu.counterpoint.exchange;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/** An address below {@code /api} that there is not, answered here and not with a page of the interface for people. */
@Component
class UnknownAddresses implements HandlerMapping, Ordered {

    /** After the controllers, before everything else. */
    @Override
    public int getOrder() {
        return 1;
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        if (Problems.concern(request)) {
            throw new Refusal(HttpStatus.NOT_FOUND, "no-such-address");
        }
        return null;
    }
}
