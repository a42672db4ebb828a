package eu.counterpoint.search.embedded;

import java.net.InetAddress;
import org.elasticsearch.common.component.AbstractLifecycleComponent;
import org.elasticsearch.common.transport.BoundTransportAddress;
import org.elasticsearch.common.transport.TransportAddress;
import org.elasticsearch.http.HttpInfo;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.http.HttpStats;

/** An HTTP transport that listens nowhere. */
final class NoHttp extends AbstractLifecycleComponent implements HttpServerTransport {

    /** An address that the node may show; nothing is bound to it. */
    static BoundTransportAddress nowhere() {
        TransportAddress address = new TransportAddress(InetAddress.getLoopbackAddress(), 1);
        return new BoundTransportAddress(new TransportAddress[]{address}, address);
    }

    @Override
    public BoundTransportAddress boundAddress() {
        return nowhere();
    }

    @Override
    public HttpInfo info() {
        return new HttpInfo(nowhere(), 0);
    }

    @Override
    public HttpStats stats() {
        return new HttpStats(0, 0);
    }

    @Override
    protected void doStart() {
        // nothing listens
    }

    @Override
    protected void doStop() {
        // nothing listened
    }

    @Override
    protected void doClose() {
        // nothing is held
    }
}
