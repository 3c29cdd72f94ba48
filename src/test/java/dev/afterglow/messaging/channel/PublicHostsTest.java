package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.1.2.3",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "100::1"
            })
    void whatIsInsideIsNotReached(String address) throws Exception {
        assertThat(PublicHosts.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "93.184.216.34",
                "172.32.0.1",
                "100.128.0.1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void whatIsPublicIs(String address) throws Exception {
        assertThat(PublicHosts.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0x7f.1", "0x7f000001", "127.1", "localhost", "[::ffff:127.0.0.1]"})
    void otherWaysToWriteThisMachineLeadNowhere(String host) {
        PublicHosts hosts = new PublicHosts(InetAddress::getAllByName, false);

        assertThatThrownBy(() -> hosts.check(host)).isInstanceOf(IOException.class);
    }

    @Test
    void oneAddressInsideAmongManyIsEnough() throws Exception {
        InetAddress outside = InetAddress.getByName("1.1.1.1");
        InetAddress inside = InetAddress.getByName("10.0.0.7");

        assertThatThrownBy(() -> new PublicHosts(host -> new InetAddress[] {outside, inside}, false).check("a.example"))
                .isInstanceOf(IOException.class);
        assertThatCode(() -> new PublicHosts(host -> new InetAddress[] {outside}, false).check("a.example"))
                .doesNotThrowAnyException();
    }

    @Test
    void thisMachineIsReachedOnlyWhereThatIsAllowedAndNothingElseInside() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        InetAddress inside = InetAddress.getByName("10.0.0.7");

        assertThatCode(() -> new PublicHosts(host -> new InetAddress[] {loopback}, true).check("localhost"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new PublicHosts(host -> new InetAddress[] {inside}, true).check("a.example"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aNameThatStandsForNothingIsNotReached() {
        PublicHosts hosts = new PublicHosts(
                host -> {
                    throw new UnknownHostException(host);
                },
                true);

        assertThatThrownBy(() -> hosts.check("a.example")).isInstanceOf(IOException.class);
    }
}
