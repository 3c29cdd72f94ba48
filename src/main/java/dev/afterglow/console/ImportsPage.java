package dev.afterglow.console;

import dev.afterglow.history.Asked;
import dev.afterglow.history.Import;
import dev.afterglow.history.Imports;
import dev.afterglow.history.Refusals;
import dev.afterglow.history.RefusedRows;
import dev.afterglow.history.Uploading;
import dev.afterglow.intake.Refusal;
import dev.afterglow.shop.Shops;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of what was sold before: bring one, see how far it is, stop it and go on. */
@StaffPage
class ImportsPage {

    private static final int MOST = 50;
    private static final String BACK = "redirect:/imports/{id}";

    private final Imports imports;
    private final Uploading uploading;
    private final Refusals refusals;
    private final RefusedRows refused;
    private final Shops shops;
    private final Clock clock;

    ImportsPage(
            Imports imports, Uploading uploading, Refusals refusals, RefusedRows refused, Shops shops, Clock clock) {
        this.imports = imports;
        this.uploading = uploading;
        this.refusals = refusals;
        this.refused = refused;
        this.shops = shops;
        this.clock = clock;
    }

    @GetMapping("/imports")
    String list(Model model) {
        model.addAttribute("rows", imports.latest(MOST).stream().map(this::view).toList());
        model.addAttribute("shops", shops.all());
        return "imports";
    }

    @GetMapping("/imports/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("row", view(find(id)));
        model.addAttribute("refused", refusals.of(id, MOST));
        return "import";
    }

    @GetMapping("/imports/{id}/refused.csv")
    void download(@PathVariable String id, HttpServletResponse response) throws IOException {
        Import one = find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused.csv\"");
        refused.write(one, response.getOutputStream());
    }

    @PostMapping("/imports")
    String bring(
            @RequestParam MultipartFile file, @ModelAttribute Asked asked, Principal somebody, RedirectAttributes then)
            throws IOException {
        try {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            Import one = uploading.announce(name, file.getSize(), "", asked.meant(shops), somebody.getName());
            uploading.append(one, 0, file.getInputStream());
            return "redirect:/imports/" + one.id();
        } catch (Refusal refusal) {
            then.addFlashAttribute(
                    "said", new Said("Nothing was taken. " + refusal.getBody().getDetail(), Tone.TROUBLE));
            return "redirect:/imports";
        }
    }

    @PostMapping("/imports/{id}/cancel")
    String cancel(@PathVariable String id, RedirectAttributes then) {
        find(id);
        then.addFlashAttribute(
                "said",
                imports.cancel(id)
                        ? new Said("It is stopped. What was taken stays.", Tone.QUIET)
                        : new Said("Nothing was changed: it had ended already.", Tone.QUIET));
        return BACK;
    }

    @PostMapping("/imports/{id}/resume")
    String resume(@PathVariable String id, RedirectAttributes then) {
        then.addFlashAttribute(
                "said",
                uploading.goOn(find(id))
                        ? new Said("It goes on where it was.", Tone.GOOD)
                        : new Said("It cannot go on: its file is no longer here.", Tone.TROUBLE));
        return BACK;
    }

    private Import find(String id) {
        return imports.find(id).orElseThrow(() -> new NotKnown("No such import."));
    }

    private ImportInWords view(Import one) {
        return ImportInWords.of(one, clock.instant());
    }
}
