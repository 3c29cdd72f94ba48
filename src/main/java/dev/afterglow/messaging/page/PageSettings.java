package dev.afterglow.messaging.page;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where customers find our pages.
 *
 * @param publicUrl what all addresses of our pages begin with, as customers reach us; may end in a path, not in a query
 */
@Validated
@ConfigurationProperties("afterglow")
record PageSettings(
        @DefaultValue("http://localhost:8080")
        @NotBlank
        @Pattern(
                regexp = "https?://[^/?#\\s]+(/[^?#\\s]*)?",
                message = "must be an http or https address without query, such as https://mail.shop.example")
        String publicUrl) {

    PageSettings {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The address of a page. */
    String address(Scope scope, Token token) {
        return address(scope.path(), token);
    }

    /** The address of a page below this path. */
    String address(String path, Token token) {
        return publicUrl + "/" + path + "/" + token.text();
    }

    /** True for addresses of our own pages. */
    boolean isOurs(String address) {
        return address.startsWith(publicUrl + "/");
    }

    /** True when only this machine can open our pages. */
    boolean isLocal() {
        String host = URI.create(publicUrl).getHost();
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
