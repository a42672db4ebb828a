package eu.counterpoint.search.embedded;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.support.SubscribableListener;
import org.elasticsearch.http.HttpChannel;
import org.elasticsearch.http.HttpResponse;

/** Stands for the connection of one request; closing it tells the node that nobody waits any longer. */
final class InProcessChannel implements HttpChannel {

    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final SubscribableListener<Void> closed = new SubscribableListener<>();

    @Override
    public void close() {
        closed.onResponse(null);
    }

    @Override
    public void addCloseListener(ActionListener<Void> listener) {
        closed.addListener(listener);
    }

    @Override
    public boolean isOpen() {
        return !closed.isDone();
    }

    @Override
    public void sendResponse(HttpResponse response, ActionListener<Void> listener) {
        throw new UnsupportedOperationException("Answers go through InProcessAnswer");
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return HERE;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return HERE;
    }
}
