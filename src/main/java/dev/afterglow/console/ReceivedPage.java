package dev.afterglow.console;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that came in, newest first, and how much of it from whom. */
@StaffPage
class ReceivedPage {

    private final ReceivedEvents events;
    private final ReceivedSearch search;
    private final SenderRates rates;
    private final UnreadReports unread;

    ReceivedPage(ReceivedEvents events, ReceivedSearch search, SenderRates rates, UnreadReports unread) {
        this.events = events;
        this.search = search;
        this.rates = rates;
        this.unread = unread;
    }

    @GetMapping("/received")
    String show(
            @ModelAttribute("filter") ReceivedFilter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("page", events.page(filter, page));
        model.addAttribute("senders", search.senders());
        model.addAttribute("rates", rates.lastDay());
        model.addAttribute("unread", unread.now());
        return "received";
    }
}
