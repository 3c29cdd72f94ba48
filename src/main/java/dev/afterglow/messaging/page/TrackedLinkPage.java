package dev.afterglow.messaging.page;

import dev.afterglow.messaging.PublicPage;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Sends a customer on to the page a message linked to: to the one that was kept, and to no other. */
@PublicPage
class TrackedLinkPage {

    private final Door door;
    private final Visits visits;

    TrackedLinkPage(Door door, Visits visits) {
        this.door = door;
        this.visits = visits;
    }

    @GetMapping("/l/{token}")
    ResponseEntity<Void> leave(@PathVariable String token, HttpServletRequest request) {
        Grant grant = door.open(Scope.LINK, token, request);
        String target =
                Optional.ofNullable(grant.url()).filter(TrackedLinks::leadsAway).orElseThrow(NothingHere::atAll);
        visits.count(token, request);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(target))
                .build();
    }
}
