package eu.counterpoint.search.embedded;

import java.util.List;
import java.util.Map;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.cluster.node.DiscoveryNode;
import org.elasticsearch.common.breaker.CircuitBreaker;
import org.elasticsearch.common.component.AbstractLifecycleComponent;
import org.elasticsearch.common.io.stream.RecyclerBytesStreamOutput;
import org.elasticsearch.common.transport.BoundTransportAddress;
import org.elasticsearch.common.transport.TransportAddress;
import org.elasticsearch.transport.BytesRefRecycler;
import org.elasticsearch.transport.ConnectTransportException;
import org.elasticsearch.transport.ConnectionProfile;
import org.elasticsearch.transport.Transport;
import org.elasticsearch.transport.TransportMessageListener;
import org.elasticsearch.transport.TransportStats;
import org.jspecify.annotations.Nullable;

/** A node-to-node transport that connects to nobody. */
final class NoTransport extends AbstractLifecycleComponent implements Transport {

    private final ResponseHandlers responses = new ResponseHandlers();
    private final RequestHandlers requests = new RequestHandlers();
    private final BytesRefRecycler recycler;

    NoTransport(BytesRefRecycler recycler) {
        this.recycler = recycler;
    }

    @Override
    public void openConnection(DiscoveryNode node, ConnectionProfile profile, ActionListener<Connection> listener) {
        listener.onFailure(new ConnectTransportException(node, "this node has no network"));
    }

    @Override
    public void setMessageListener(TransportMessageListener listener) {
        // no message will come
    }

    @Override
    public BoundTransportAddress boundAddress() {
        return NoHttp.nowhere();
    }

    @Override
    public @Nullable BoundTransportAddress boundRemoteIngressAddress() {
        return null;
    }

    @Override
    public Map<String, BoundTransportAddress> profileBoundAddresses() {
        return Map.of();
    }

    @Override
    public TransportAddress[] addressesFromString(String address) {
        return new TransportAddress[0];
    }

    @Override
    public List<String> getDefaultSeedAddresses() {
        return List.of();
    }

    @Override
    public TransportStats getStats() {
        return new TransportStats(0, 0, 0, 0, 0, 0, new long[0], new long[0], Map.of());
    }

    @Override
    public ResponseHandlers getResponseHandlers() {
        return responses;
    }

    @Override
    public RequestHandlers getRequestHandlers() {
        return requests;
    }

    @Override
    public RecyclerBytesStreamOutput newNetworkBytesStream(CircuitBreaker breaker) {
        return new RecyclerBytesStreamOutput(recycler, breaker);
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
