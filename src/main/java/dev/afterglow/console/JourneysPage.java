package dev.afterglow.console;

import dev.afterglow.journey.Strangers;
import dev.afterglow.journey.check.Verdicts;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The journeys, how many runs each has had, and what the check says of those that are not sound. */
@StaffPage
class JourneysPage {

    private final JourneyFigures figures;
    private final Verdicts verdicts;
    private final Strangers strangers;

    JourneysPage(JourneyFigures figures, Verdicts verdicts, Strangers strangers) {
        this.strangers = strangers;
        this.figures = figures;
        this.verdicts = verdicts;
    }

    @GetMapping("/journeys")
    String show(Model model) {
        model.addAttribute("journeys", figures.all());
        model.addAttribute("strangers", strangers.all());
        model.addAttribute(
                "checked",
                verdicts.all().stream()
                        .filter(folder -> !folder.findings().isEmpty())
                        .toList());
        return "journeys";
    }
}
