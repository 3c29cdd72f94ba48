package dev.afterglow.access;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to sign in on. */
@Controller
class SignInPage {

    private final Staff staff;

    SignInPage(Staff staff) {
        this.staff = staff;
    }

    @GetMapping("/login")
    String show(@Nullable Principal somebody, Model model) {
        model.addAttribute("open", staff.canSignIn());
        return somebody == null ? "login" : "redirect:/";
    }
}
