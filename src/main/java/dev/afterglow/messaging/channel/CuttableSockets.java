package dev.afterglow.messaging.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Makes the socket of one connection, and can cut it from another thread, whatever it is doing. */
final class CuttableSockets extends SocketFactory {

    private final SocketFactory factory;
    private @Nullable Socket socket;
    private boolean cut;

    CuttableSockets(SocketFactory factory) {
        this.factory = factory;
    }

    synchronized void cut() {
        cut = true;
        if (socket != null) {
            close(socket);
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        return kept(factory.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return kept(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return kept(factory.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return kept(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return kept(factory.createSocket(address, port, localAddress, localPort));
    }

    private synchronized Socket kept(Socket made) throws IOException {
        // why: we commit between the mail and its final dot; without this the dot waits for the other side's delayed
        // ACK.
        made.setTcpNoDelay(true);
        socket = made;
        if (cut) {
            close(made);
        }
        return made;
    }

    private static void close(Socket socket) {
        try {
            // why: without lingering, TLS does not wait for a writer that hangs before it closes.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(CuttableSockets.class).debug("A connection was gone already", e);
        }
    }
}
