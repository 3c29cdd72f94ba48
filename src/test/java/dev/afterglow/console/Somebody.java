package dev.afterglow.console;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who is signed in, in tests of pages. */
public final class Somebody {

    private Somebody() {}

    /** One who reads and does. */
    public static RequestPostProcessor operator() {
        return user("admin").authorities(AuthorityUtils.createAuthorityList("STAFF", "OPERATOR"));
    }

    /** One who reads. */
    public static RequestPostProcessor reader() {
        return user("rita").authorities(AuthorityUtils.createAuthorityList("STAFF"));
    }
}
