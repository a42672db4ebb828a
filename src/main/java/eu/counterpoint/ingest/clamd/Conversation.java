package eu.counterpoint.ingest.clamd;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One command and its answer, each ended by a zero byte. A connection that takes longer than it may is closed under the hands of
 * whoever waits for it, for a unix socket knows no time limit of its own.
 */
final class Conversation implements Closeable {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;

    private final SocketChannel channel;
    private final Thread watch;

    /** @param atMost from the connection to the end of the answer */
    Conversation(ClamdAddress address, Duration atMost) throws IOException {
        channel = address.channel();
        watch = Thread.ofVirtual().name("clamd-watch").start(() -> closeAfter(atMost));
        try {
            address.connect(channel);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    void say(String command) throws IOException {
        write(ByteBuffer.wrap(("z" + command + "\0").getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Sends a content in chunks, each after its length. When clamd has heard enough it answers and hangs up; then the rest
     * is not sent.
     */
    void stream(ReadableByteChannel content) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
        int read;
        do {
            chunk.clear().position(Integer.BYTES);
            read = content.read(chunk);
            chunk.putInt(0, Math.max(read, 0)).flip();
        } while (written(chunk) && read > 0);
    }

    /** Empty where it hung up without a word. */
    String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer some = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.size() < LONGEST_ANSWER && channel.read(some.clear()) > 0) {
            answer.write(some.array(), 0, some.position());
            if (some.get(some.position() - 1) == 0) {
                break;
            }
        }
        return answer.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private boolean written(ByteBuffer bytes) throws IOException {
        try {
            write(bytes);
            return true;
        } catch (IOException e) {
            if (channel.isOpen()) {
                return false;
            }
            throw e;
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void closeAfter(Duration time) {
        try {
            Thread.sleep(time);
            channel.close();
        } catch (InterruptedException e) {
            // the conversation has ended
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        channel.close();
    }
}
