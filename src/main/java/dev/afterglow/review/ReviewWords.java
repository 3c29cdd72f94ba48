package dev.afterglow.review;

import dev.afterglow.messaging.Offering;
import dev.afterglow.messaging.PublicPages;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What messages say of the reviews their run asks for. */
@Component
class ReviewWords implements Offering {

    private static final String SAMPLE = "https://shop.example/r/sample";

    private final ReviewRequests requests;
    private final Reviews reviews;
    private final KeptProducts kept;
    private final PublicPages pages;
    private final Clock clock;

    ReviewWords(ReviewRequests requests, Reviews reviews, KeptProducts kept, PublicPages pages, Clock clock) {
        this.requests = requests;
        this.reviews = reviews;
        this.kept = kept;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return "review";
    }

    @Override
    public List<Name> names() {
        return List.of(
                new Name("link", "the page where reviews are written", SAMPLE),
                new Name("product", "what they are asked for, or the most precious of it", "Espresso machine"),
                new Name(
                        "products",
                        "all they are asked for: a list, each has `title`, `link` and `stars`, a list from 5 down, each with"
                                + " `count`, `signs` such as ★★★★☆, and `link`, the page with so many stars chosen",
                        List.of(product("Espresso machine", SAMPLE, 1), product("Grinder", SAMPLE, 2))),
                new Name("closes_at", "until when they can be written; a date", clock.instant()));
    }

    @Override
    public Map<String, Object> values(About about) {
        return requests.ofRun(about.journey(), about.businessKey())
                .map(request -> values(request, about.messageId()))
                .orElse(Map.of());
    }

    private Map<String, Object> values(ReviewRequest request, String messageId) {
        PublicPages.Key key = pages.newKey(ReviewPage.PATH);
        requests.keep(key.hash(), request.id(), messageId);
        List<Invitation> open = stillOpen(request);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("link", key.address());
        values.put("product", open.getFirst().product());
        values.put(
                "products",
                open.stream()
                        .map(one -> product(one.product(), key.address(), one.position()))
                        .toList());
        values.put("closes_at", clock.instant().plus(ReviewRequests.OPEN_FOR));
        return values;
    }

    /** What went back since it was chosen is not spoken of, nor what was reviewed. */
    private List<Invitation> stillOpen(ReviewRequest request) {
        Set<String> has = kept.of(request.orderId()).stream().map(Product::id).collect(Collectors.toSet());
        List<Invitation> open = request.invitations().stream()
                .filter(one -> has.contains(one.productId()))
                .filter(one -> reviews.find(one.id()).isEmpty())
                .toList();
        return open.isEmpty() ? request.invitations() : open;
    }

    private static Map<String, Object> product(String title, String address, int position) {
        String link = address + "?of=" + position;
        return Map.of("title", title, "link", link, "stars", stars(link));
    }

    private static List<Map<String, Object>> stars(String link) {
        return IntStream.iterate(Review.MOST_STARS, count -> count > 0, count -> count - 1)
                .mapToObj(count -> Map.<String, Object>of(
                        "count",
                        count,
                        "signs",
                        "★".repeat(count) + "☆".repeat(Review.MOST_STARS - count),
                        "link",
                        link + "&stars=" + count))
                .toList();
    }
}
