package dev.afterglow.messaging.page;

import dev.afterglow.messaging.PublicPage;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every other address at this door, such as one that was cut off in a mail program. */
@PublicPage
class NoPage {

    @RequestMapping({"/u/**", "/p/**", "/c/**", "/v/**", "/l/**", "/f/**", "/r/**"})
    String show() {
        throw NothingHere.atAll();
    }
}
