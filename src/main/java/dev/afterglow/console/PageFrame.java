package dev.afterglow.console;

import dev.afterglow.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every staff page shows. */
@ControllerAdvice(annotations = StaffPage.class)
class PageFrame {

    private final EngineStatus engine;
    private final Times times;
    private final ToDo toDo;
    private final ShopNames shopNames;

    PageFrame(EngineStatus engine, Times times, ToDo toDo, ShopNames shopNames) {
        this.engine = engine;
        this.times = times;
        this.toDo = toDo;
        this.shopNames = shopNames;
    }

    @ModelAttribute
    void fill(Model model, @Nullable Authentication somebody) {
        model.addAttribute("engine", engine.line().orElse(null));
        model.addAttribute("times", times);
        model.addAttribute("toDo", toDo.count());
        model.addAttribute("shopNames", shopNames);
        model.addAttribute("user", somebody == null ? null : somebody.getName());
        model.addAttribute("operator", somebody != null && Role.OPERATOR.isOf(somebody));
    }
}
