package dev.afterglow.console;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The journeys and how many runs each has had. */
@StaffPage
class JourneysPage {

    private final JourneyFigures figures;

    JourneysPage(JourneyFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/journeys")
    String show(Model model) {
        model.addAttribute("journeys", figures.all());
        return "journeys";
    }
}
