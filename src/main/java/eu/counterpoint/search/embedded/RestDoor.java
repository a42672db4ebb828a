package eu.counterpoint.search.embedded;

import java.util.function.BiConsumer;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.http.HttpPreRequest;
import org.elasticsearch.http.HttpServerTransport.Dispatcher;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.BytesRefRecycler;
import org.elasticsearch.xcontent.NamedXContentRegistry;

/** What a node gives its HTTP transport: the way into its REST layer. */
record RestDoor(Dispatcher dispatcher, ThreadPool threads, NamedXContentRegistry contents, BytesRefRecycler recycler,
        BiConsumer<HttpPreRequest, ThreadContext> prepareContext) {

    void dispatch(RestRequest request, InProcessAnswer answer) {
        ThreadContext context = threads.getThreadContext();
        try (ThreadContext.StoredContext ignored = context.stashContext()) {
            prepareContext.accept(request.getHttpRequest(), context);
            dispatcher.dispatchRequest(request, answer, context);
        }
    }
}
