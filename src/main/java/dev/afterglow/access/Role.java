package dev.afterglow.access;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** What somebody who signs in may do. */
public enum Role {
    /** Reads. Personal data in what senders told is masked, and nothing can be changed. */
    STAFF,
    /** Does everything else too: decides, sends again, erases, and looks behind the mask, which is recorded. */
    OPERATOR;

    /** Whether this somebody has this role. */
    public boolean isOf(Authentication somebody) {
        return somebody.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(name()::equals);
    }

    List<GrantedAuthority> authorities() {
        return this == STAFF
                ? AuthorityUtils.createAuthorityList(STAFF.name())
                : AuthorityUtils.createAuthorityList(STAFF.name(), OPERATOR.name());
    }
}
