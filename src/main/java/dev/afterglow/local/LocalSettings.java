package dev.afterglow.local;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The broker that is started beside the app in a local run. A port of 0 picks a free one at each start.
 *
 * @param enabled whether a broker may be started here at all
 * @param brokerHome the unpacked Camunda distribution; a leading ~ is the user's home
 * @param gatewayPort where workers and the app reach the broker (gRPC)
 * @param restPort the broker's REST server
 * @param managementPort the broker's health, metrics and clock
 * @param commandPort the broker's port for its own gateway
 * @param internalPort the broker's port for other brokers
 * @param heap the broker's heap; with everything else it needs about twice this
 */
@Validated
@ConfigurationProperties("afterglow.local")
record LocalSettings(
        @DefaultValue("true") boolean enabled,

        @DefaultValue("~/.cache/afterglow/camunda-zeebe-8.6.0") @NotBlank
        String brokerHome,

        @DefaultValue("26500") @Min(0) @Max(65535) int gatewayPort,
        @DefaultValue("8089") @Min(0) @Max(65535) int restPort,
        @DefaultValue("9600") @Min(0) @Max(65535) int managementPort,
        @DefaultValue("26501") @Min(0) @Max(65535) int commandPort,
        @DefaultValue("26502") @Min(0) @Max(65535) int internalPort,
        @DefaultValue("384MB") DataSize heap) {

    static final String GATEWAY_PORT = "afterglow.local.gateway-port";
    static final String REST_PORT = "afterglow.local.rest-port";

    Path home() {
        String home =
                brokerHome.startsWith("~/") ? System.getProperty("user.home") + brokerHome.substring(1) : brokerHome;
        return Path.of(home).toAbsolutePath();
    }

    List<BrokerPort> ports() {
        return List.of(
                new BrokerPort(GATEWAY_PORT, gatewayPort),
                new BrokerPort(REST_PORT, restPort),
                new BrokerPort("afterglow.local.management-port", managementPort),
                new BrokerPort("afterglow.local.command-port", commandPort),
                new BrokerPort("afterglow.local.internal-port", internalPort));
    }
}
