package dev.afterglow.access;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The door for people: sign-in, session, and pages that run no script but our own. */
@Configuration(proxyBeanMethods = false)
class StaffDoor {

    private static final String OWN_CONTENT_ONLY = """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
            form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'""";

    @Bean
    @Order(3)
    SecurityFilterChain console(HttpSecurity http, SignInAttempts attempts) throws Exception {
        var signIn = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");
        var pagesAskedFor = new HttpSessionRequestCache();
        // why: without this, the address after the sign-in ends in "?continue".
        pagesAskedFor.setMatchingRequestParameterName(null);
        pagesAskedFor.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && !request.getRequestURI().endsWith("/html"));
        var welcome = new SavedRequestAwareAuthenticationSuccessHandler();
        welcome.setRequestCache(pagesAskedFor);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/login", "/afterglow.css", "/afterglow.svg", "/vendor/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/logout", "/words/*/*/test")
                        .hasAuthority(Role.STAFF.name())
                        .requestMatchers(
                                HttpMethod.GET,
                                "/customers/*/export",
                                "/customers/*/erasure",
                                "/received/replay",
                                "/received/*/replay")
                        .hasAuthority(Role.OPERATOR.name())
                        .requestMatchers(HttpMethod.GET, "/**")
                        .hasAuthority(Role.STAFF.name())
                        .anyRequest()
                        .hasAuthority(Role.OPERATOR.name()))
                .addFilterBefore(new FilesOnlyFromStaff(), CsrfFilter.class)
                .addFilterBefore(new SignInBrake(attempts, signIn), UsernamePasswordAuthenticationFilter.class)
                .formLogin(form -> form.loginPage("/login").successHandler((request, response, somebody) -> {
                    attempts.forgive(request.getRemoteAddr());
                    welcome.onAuthenticationSuccess(request, response, somebody);
                }))
                .requestCache(cache -> cache.requestCache(pagesAskedFor))
                .logout(logout -> logout.logoutSuccessUrl("/login?signed-out"))
                .exceptionHandling(
                        no -> no.authenticationEntryPoint(new ToSignIn()).accessDeniedHandler(new NotAllowed()))
                .headers(StaffDoor::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        var paths = PathPatternRequestMatcher.withDefaults();
        var mail = new OrRequestMatcher(
                paths.matcher("/messages/*/html"), paths.matcher("/words/*/*/html"), paths.matcher("/letters/*/html"));
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(OWN_CONTENT_ONLY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        mail, new XFrameOptionsHeaderWriter(XFrameOptionsMode.SAMEORIGIN)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(mail), new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    CookieSameSiteSupplier sameSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        // why: an order's id may hold a percent sign, and nothing here decodes a path twice.
        firewall.setAllowUrlEncodedPercent(true);
        return firewall;
    }
}
