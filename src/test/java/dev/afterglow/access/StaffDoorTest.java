package dev.afterglow.access;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.afterglow.console.ConsoleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ConsoleTest
class StaffDoorTest {

    @Autowired
    MockMvc web;

    @Autowired
    SignInAttempts attempts;

    @AfterEach
    void forget() {
        attempts.forgive("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders/1", "/customers/1", "/messages/1", "/messages/1/html", "/journeys", "/x"})
    void strangersAreSentToTheSignIn(String page) throws Exception {
        web.perform(get(page)).andExpect(status().isFound()).andExpect(header().string("Location", "/login"));
    }

    @Test
    void aPageThatRefreshesItselfGoesToTheSignInAsAWhole() throws Exception {
        web.perform(get("/").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/login"))
                .andExpect(content().string(""));
    }

    @Test
    void aFileOfAStrangerIsTurnedAwayBeforeAnythingOfItIsRead() throws Exception {
        web.perform(multipart("/imports").file("file", new byte[100]))
                .andExpect(redirectedUrl("/login"))
                .andExpect(header().string("Connection", "close"));
    }

    @Test
    void theRightPasswordOpensAndLeadsToThePageThatWasAskedFor() throws Exception {
        MockHttpSession session = new MockHttpSession();
        web.perform(get("/journeys").session(session));
        web.perform(signIn("admin", "a good password").session(session))
                .andExpect(authenticated().withUsername("admin"))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", endsWith("/journeys")));
    }

    @Test
    void theWrongPasswordOrNameOpensNothingAndDoesNotTellWhich() throws Exception {
        for (String[] tried : new String[][] {{"admin", "guess"}, {"root", "a good password"}, {"admin", ""}}) {
            web.perform(signIn(tried[0], tried[1]))
                    .andExpect(unauthenticated())
                    .andExpect(redirectedUrl("/login?error"));
        }
        web.perform(get("/login?error"))
                .andExpect(content().string(containsString("do not match")))
                .andExpect(content().string(not(containsString("signed out"))));
        web.perform(get("/login")).andExpect(content().string(not(containsString("do not match"))));
    }

    @Test
    void theSixthWrongPasswordHasToWaitEvenIfItIsTheRightOne() throws Exception {
        for (int tries = 0; tries < SignInAttempts.ALLOWED; tries++) {
            web.perform(signIn("admin", "guess")).andExpect(redirectedUrl("/login?error"));
        }
        web.perform(signIn("admin", "a good password"))
                .andExpect(unauthenticated())
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "301"));
        web.perform(signIn("admin", "a good password").with(request -> {
                    request.setRemoteAddr("192.0.2.7");
                    return request;
                }))
                .andExpect(authenticated());
    }

    @Test
    void nothingIsTakenWithoutTheFormsToken() throws Exception {
        web.perform(post("/login").param("username", "admin").param("password", "a good password"))
                .andExpect(status().isForbidden())
                .andExpect(unauthenticated());
        web.perform(post("/logout")).andExpect(status().isForbidden());
    }

    @Test
    void signingOutNeedsAPost() throws Exception {
        MockHttpSession session = new MockHttpSession();
        web.perform(signIn("admin", "a good password").session(session)).andExpect(authenticated());
        web.perform(get("/logout").session(session)).andExpect(authenticated());
        web.perform(post("/logout").session(session).with(csrf()))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/login?signed-out"));
    }

    @Test
    void pagesRunNoScriptButOurOwnAndAreNeverFramed() throws Exception {
        web.perform(get("/login"))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(
                                        containsString("default-src 'none'; script-src 'self'; style-src 'self'"),
                                        containsString("frame-ancestors 'none'; base-uri 'none'"),
                                        not(containsString("unsafe")))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"));
    }

    @Test
    void theSignInHasItsOwnFiles() throws Exception {
        for (String file : new String[] {"/afterglow.css", "/afterglow.svg", "/vendor/htmx-2.0.11/htmx.min.js"}) {
            web.perform(get(file)).andExpect(status().isOk());
        }
    }

    private static MockHttpServletRequestBuilder signIn(String name, String password) {
        return post("/login").with(csrf()).param("username", name).param("password", password);
    }
}
