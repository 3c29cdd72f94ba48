package dev.afterglow.review;

import dev.afterglow.customer.Customers;
import dev.afterglow.messaging.PublicPage;
import dev.afterglow.messaging.PublicPages;
import dev.afterglow.review.ReviewRequests.Opened;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where reviews are written. A link with stars only chooses them on the page; what counts is what is sent from there. */
@PublicPage
class ReviewPage {

    /** The first part of its address. */
    static final String PATH = "r";

    private final PublicPages pages;
    private final ReviewRequests requests;
    private final Reviews reviews;
    private final GivingReview giving;
    private final Customers customers;
    private final Clock clock;

    ReviewPage(
            PublicPages pages,
            ReviewRequests requests,
            Reviews reviews,
            GivingReview giving,
            Customers customers,
            Clock clock) {
        this.pages = pages;
        this.requests = requests;
        this.reviews = reviews;
        this.giving = giving;
        this.customers = customers;
        this.clock = clock;
    }

    @GetMapping("/r/{key}")
    ModelAndView show(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String stars,
            @RequestParam(required = false) @Nullable String thanks,
            HttpServletRequest request,
            Model model) {
        Opened opened = pages.open(key, request, requests::byKey);
        frame(opened, request, model);
        Invitation about = chosen(opened.request(), of);
        Optional<Review> before = reviews.find(about.id());
        boolean open = mayWrite(opened, before);
        if (before.isPresent() && (thanks != null || !open)) {
            return told(opened, about, before.get(), open, model);
        }
        return open ? form(opened, about, field -> said(field, before, stars), before, model) : closed(model);
    }

    @PostMapping("/r/{key}")
    Object write(@PathVariable String key, HttpServletRequest request, Model model) {
        Opened opened = pages.open(key, request, requests::byKey);
        Locale locale = frame(opened, request, model);
        UnaryOperator<String> sent = field -> Objects.requireNonNullElse(request.getParameter(field), "");
        Invitation about = chosen(opened.request(), sent.apply("of"));
        Optional<Review> before = reviews.find(about.id());
        if (!mayWrite(opened, before)) {
            return before.isPresent() ? told(opened, about, before.get(), false, model) : closed(model);
        }
        Written written = Written.read(sent);
        if (!written.hasStars()) {
            model.addAttribute("trouble", "review.trouble.stars");
            ModelAndView again = form(opened, about, sent, before, model);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        if (!giving.give(opened.request(), about, written, locale)) {
            return closed(model);
        }
        // why: relative, because behind a proxy only the visitor knows the way here.
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "?of=" + about.position() + "&thanks")
                .build();
    }

    private boolean mayWrite(Opened opened, Optional<Review> before) {
        return opened.isOpenAt(clock.instant()) && before.map(Review::mayChange).orElse(true);
    }

    private Locale frame(Opened opened, HttpServletRequest request, Model model) {
        return pages.frame(model, opened.request().customerId(), opened.messageId(), request);
    }

    /** The product an address names; otherwise the first that has no review yet. */
    private Invitation chosen(ReviewRequest request, String of) {
        List<Invitation> all = request.invitations();
        return all.stream()
                .filter(one -> Integer.toString(one.position()).equals(of))
                .findFirst()
                .or(() -> unreviewed(request).stream().findFirst())
                .orElseGet(all::getFirst);
    }

    private List<Invitation> unreviewed(ReviewRequest request) {
        return request.invitations().stream()
                .filter(one -> reviews.find(one.id()).isEmpty())
                .toList();
    }

    private ModelAndView form(
            Opened opened, Invitation about, UnaryOperator<String> said, Optional<Review> before, Model model) {
        String author =
                customers.find(opened.request().customerId()).map(Author::of).orElse(null);
        Refusal refused = before.map(Review::reason).orElse(null);
        model.addAttribute("form", ReviewForm.of(about, said, author, refused));
        return new ModelAndView("public/review", model.asMap());
    }

    private ModelAndView told(Opened opened, Invitation about, Review review, boolean open, Model model) {
        model.addAttribute("review", review);
        model.addAttribute("of", about.position());
        model.addAttribute("open", open);
        model.addAttribute(
                "others", opened.isOpenAt(clock.instant()) ? unreviewed(opened.request()) : List.<Invitation>of());
        return new ModelAndView("public/review-thanks", model.asMap());
    }

    private static ModelAndView closed(Model model) {
        model.addAttribute("what", "review.closed");
        return new ModelAndView("public/nothing", model.asMap(), HttpStatus.GONE);
    }

    private static String said(String field, Optional<Review> before, String stars) {
        return switch (field) {
            case "stars" ->
                Written.stars(stars) > 0
                        ? stars
                        : before.map(review -> Integer.toString(review.stars())).orElse("");
            case "text" -> before.map(Review::text).orElse("");
            case "nameless" ->
                before.filter(review -> review.author() == null).map(Review::id).orElse("");
            default -> "";
        };
    }
}
