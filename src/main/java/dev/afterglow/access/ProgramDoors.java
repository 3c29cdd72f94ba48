package dev.afterglow.access;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** The doors for programs: webhooks, whose senders sign what they send, and everything that needs the API key. */
@Configuration(proxyBeanMethods = false)
class ProgramDoors {

    @Bean
    @Order(1)
    SecurityFilterChain hooks(HttpSecurity http) throws Exception {
        return stateless(http, "/hooks/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiKey key, ApiRefusal refusal) throws Exception {
        return stateless(http, "/api/**", "/events", "/events/**", "/actuator/**")
                .addFilterBefore(new ApiKeyFilter(key), BasicAuthenticationFilter.class)
                .exceptionHandling(no -> no.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        // why: reviews are published for everybody, and a product's page reads them in the visitor's
                        // browser.
                        .requestMatchers(HttpMethod.GET, "/api/reviews", "/api/reviews/json-ld")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(AccessSettings settings, Problems problems) {
        var limit = new FilterRegistrationBean<>(new BodyLimit(settings.intake().maxBody(), problems));
        limit.addUrlPatterns("/hooks/*", "/events/*", "/api/*", "/u/*", "/p/*", "/c/*", "/f/*", "/r/*");
        // why: after the filter that measures requests, before the first one that may read a body.
        limit.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return limit;
    }

    static HttpSecurity stateless(HttpSecurity http, String... paths) throws Exception {
        return http.securityMatcher(paths)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")));
    }
}
