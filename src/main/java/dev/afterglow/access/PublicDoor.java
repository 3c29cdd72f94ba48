package dev.afterglow.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * The door for customers: pages whose address is the only key. No sign-in, no session, no cookie, and therefore nothing
 * a forged request could ride on.
 */
@Configuration(proxyBeanMethods = false)
class PublicDoor {

    private static final String OWN_STYLE_ONLY =
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain pagesForCustomers(HttpSecurity http) throws Exception {
        return ProgramDoors.stateless(
                        http, "/u/**", "/p/**", "/c/**", "/v/**", "/l/**", "/f/**", "/r/**", "/public.css")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(OWN_STYLE_ONLY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .build();
    }
}
