package dev.afterglow.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A port of the broker on this machine, and the property that changes it. */
record BrokerPort(String property, int number) {

    private static final int CONNECT_MILLIS = 200;

    /** The same ports, with a free one in place of every 0; no two are the same. */
    static List<BrokerPort> withoutZeros(List<BrokerPort> ports) throws IOException {
        List<Integer> used =
                new ArrayList<>(ports.stream().map(BrokerPort::number).toList());
        List<ServerSocket> held = new ArrayList<>();
        List<BrokerPort> chosen = new ArrayList<>();
        try {
            for (BrokerPort port : ports) {
                chosen.add(port.number == 0 ? new BrokerPort(port.property, free(used, held)) : port);
            }
            return chosen;
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private static int free(List<Integer> used, List<ServerSocket> held) throws IOException {
        while (true) {
            // why: held until all are chosen, or the system would offer the same port again.
            ServerSocket socket = new ServerSocket();
            held.add(socket);
            socket.bind(loopback(0));
            if (!used.contains(socket.getLocalPort())) {
                used.add(socket.getLocalPort());
                return socket.getLocalPort();
            }
        }
    }

    boolean isTaken() {
        return answers() || !canBeBound();
    }

    // why: some systems let a loopback address be bound although a server listens on all addresses.
    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(loopback(number), CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private boolean canBeBound() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(loopback(number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
