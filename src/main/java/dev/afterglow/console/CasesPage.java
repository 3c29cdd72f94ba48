package dev.afterglow.console;

import dev.afterglow.access.Role;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The case desk: what customers wait for, and one case with all that is known about it. */
@StaffPage
class CasesPage {

    private final CaseDesk desk;
    private final CaseSheet sheet;
    private final Timeline timeline;

    CasesPage(CaseDesk desk, CaseSheet sheet, Timeline timeline) {
        this.desk = desk;
        this.sheet = sheet;
        this.timeline = timeline;
    }

    @GetMapping("/cases")
    String list(@RequestParam(defaultValue = "open") String show, Authentication somebody, Model model) {
        CaseDesk.Which which = CaseDesk.Which.of(show);
        model.addAttribute("which", which);
        model.addAttribute("counts", desk.counts(somebody.getName()));
        model.addAttribute("rows", desk.rows(which, somebody.getName()));
        return "cases";
    }

    // why: the id of a case from another system may hold anything, so it is no part of the path.
    @GetMapping("/case")
    String one(@RequestParam String id, Authentication somebody, Model model) {
        CaseSheet.View view =
                sheet.of(id, Role.OPERATOR.isOf(somebody)).orElseThrow(() -> new NotKnown("No such case."));
        String order = view.one().orderId();
        model.addAttribute("sheet", view);
        model.addAttribute("ofOrder", order != null);
        model.addAttribute(
                "timeline", order == null ? timeline.ofCustomer(view.one().customerId()) : timeline.ofOrder(order));
        return "case";
    }
}
