package dev.afterglow.console;

import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.messaging.Preview.Wanted;
import dev.afterglow.messaging.TestSend;
import dev.afterglow.messaging.TestSending;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends a preview to one of the addresses of those who work here, and says what the channel answered. */
@Controller
class TestSendAction {

    private final PreviewPage page;
    private final TestAddresses addresses;
    private final TestSending sending;

    TestSendAction(PreviewPage page, TestAddresses addresses, TestSending sending) {
        this.page = page;
        this.addresses = addresses;
        this.sending = sending;
    }

    @PostMapping("/words/{journey}/{name}/test")
    String send(
            @PathVariable String journey,
            @PathVariable String name,
            PreviewRequest asked,
            @RequestParam String to,
            RedirectAttributes then) {
        Wanted wanted = page.wanted(journey, name, asked);
        if (!addresses.fitting(wanted.channel()).contains(to)) {
            throw new NotUnderstood("Previews only go to the addresses in afterglow.console.addresses.");
        }
        then.addFlashAttribute("said", said(wanted, to));
        then.addAttribute("journey", journey);
        then.addAttribute("name", name);
        then.addAttribute("channel", wanted.channel());
        then.addAttribute("locale", wanted.locale());
        then.addAttribute(
                switch (wanted.reader().kind()) {
                    case SAMPLE -> "sample";
                    case ORDER -> "order";
                    case CUSTOMER -> "customer";
                },
                wanted.reader().id());
        return "redirect:/words/{journey}/{name}";
    }

    private Said said(Wanted wanted, String to) {
        try {
            return switch (sending.send(wanted, to)) {
                case TestSend.Taken(var providerId) ->
                    new Said(
                            "Sent to " + to + "."
                                    + (providerId == null ? "" : " The other side calls it “" + providerId + "”."),
                            Tone.GOOD);
                case TestSend.OnlyKept() ->
                    new Said("Nothing left: this channel only keeps messages here, and keeps no tests.", Tone.QUIET);
                case TestSend.Refused(String reason) ->
                    new Said("Not taken. " + PlainWords.reason(reason), Tone.TROUBLE);
                case TestSend.NotNow(String why) -> new Said("Not sent, it may work later: " + why + ".", Tone.TROUBLE);
                case TestSend.Uncertain() ->
                    new Said("The connection broke at the end: it may have left, or not.", Tone.TROUBLE);
            };
        } catch (JourneyProblem problem) {
            return new Said("Not sent: " + problem.getMessage() + ".", Tone.TROUBLE);
        }
    }
}
