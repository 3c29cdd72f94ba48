package dev.afterglow.messaging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Preferences;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.messaging.JourneyWords.OneMessage;
import dev.afterglow.messaging.JourneyWords.Version;
import dev.afterglow.messaging.JourneyWords.Wrong;
import dev.afterglow.messaging.Preview.Verdict;
import dev.afterglow.messaging.Preview.Wanted;
import dev.afterglow.messaging.page.Links;
import dev.afterglow.messaging.policy.Objection;
import dev.afterglow.messaging.policy.Policies;
import dev.afterglow.messaging.policy.Question;
import dev.afterglow.messaging.words.Audience;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.messaging.words.SampleAudiences;
import dev.afterglow.messaging.words.Traits;
import dev.afterglow.messaging.words.Words;
import dev.afterglow.messaging.words.WordsAt;
import dev.afterglow.messaging.words.Writing;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks at words before anybody gets them: which there are, what is wrong, how they read to one person. */
@Service
public class Previews {

    private static final String NOBODY = "preview";

    /** Somebody nobody is, to look at words with. */
    public record Sample(String id, String label) {}

    /** Words filled in for somebody, and what the channel must know besides. */
    record Drawn(ShopKey shop, Words words, Traits traits, Audience audience, Rendered rendered) {}

    private final Writing writing;
    private final Policies policies;
    private final Links links;
    private final Orders orders;
    private final Customers customers;
    private final Shops shops;
    private final Clock clock;

    Previews(
            Writing writing,
            Policies policies,
            Links links,
            Orders orders,
            Customers customers,
            Shops shops,
            Clock clock) {
        this.writing = writing;
        this.policies = policies;
        this.links = links;
        this.orders = orders;
        this.customers = customers;
        this.shops = shops;
        this.clock = clock;
    }

    /** The words of every journey that has some. */
    public List<JourneyWords> all() {
        Map<String, List<WordsAt>> journeys =
                writing.all().stream().collect(groupingBy(WordsAt::journey, TreeMap::new, toList()));
        return journeys.entrySet().stream()
                .map(journey -> words(journey.getKey(), journey.getValue()))
                .toList();
    }

    /** The words of one journey; empty when it has none. */
    public Optional<JourneyWords> of(String journey) {
        List<WordsAt> words = writing.all().stream()
                .filter(at -> at.journey().equals(journey))
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(words(journey, words));
    }

    private JourneyWords words(String journey, List<WordsAt> words) {
        return new JourneyWords(journey, messages(words), wrong(journey));
    }

    private List<Wrong> wrong(String journey) {
        return writing.check(journey).stream()
                .map(flaw -> new Wrong(flaw.file(), flaw.line(), flaw.reason()))
                .toList();
    }

    /** People nobody is, the usual ones first. */
    public List<Sample> samples() {
        return SampleAudiences.all().stream()
                .map(sample -> new Sample(sample.id(), sample.label()))
                .toList();
    }

    /**
     * Fills in words for one person. Nothing is kept; the addresses of our own pages in them open nothing.
     *
     * @throws JourneyProblem naming file and line when the words are wrong for this person, or there are none
     */
    public Preview of(Wanted wanted) {
        Drawn drawn = draw(wanted);
        Rendered rendered = drawn.rendered();
        return new Preview(
                drawn.shop(),
                drawn.words().locale(),
                drawn.traits().purpose().word(),
                drawn.traits().topic().word(),
                drawn.audience().address(wanted.channel()),
                rendered.subject(),
                rendered.html(),
                rendered.plain(),
                rendered.fields(),
                wanted.reader().kind() == Reader.Kind.SAMPLE ? null : verdict(wanted, drawn));
    }

    Drawn draw(Wanted wanted) {
        Audience audience = audience(wanted.reader());
        Words words = writing.wordsIn(
                Locale.forLanguageTag(wanted.locale()), wanted.journey(), wanted.name(), wanted.channel());
        Traits traits = policies.traits(audience, words.traits());
        Customer customer = audience.customer();
        var issued = links.issue(
                NOBODY, customer == null ? null : customer.id(), wanted.channel(), traits.topic(), traits.purpose());
        return new Drawn(
                audience.shop(shops).key(), words, traits, audience, writing.write(words, audience, issued.forWords()));
    }

    private Verdict verdict(Wanted wanted, Drawn drawn) {
        Instant now = clock.instant();
        Question question = new Question(
                NOBODY,
                drawn.audience(),
                drawn.words().traits(),
                wanted.name(),
                "",
                wanted.channel(),
                drawn.audience().address(wanted.channel()),
                now,
                now);
        return switch (policies.objection(question).orElse(null)) {
            case Objection.Silence(String reason) -> new Verdict(reason, null);
            case Objection.Wait(String reason, Instant until) -> new Verdict(reason, until);
            case null -> new Verdict(null, null);
        };
    }

    private Audience audience(Reader reader) {
        return switch (reader.kind()) {
            case SAMPLE -> sample(reader.id());
            case CUSTOMER -> audience(reader.id(), null);
            case ORDER -> {
                Order order = orders.find(reader.id()).orElseThrow(() -> nobody("order"));
                yield audience(order.customerId(), order);
            }
        };
    }

    private Audience audience(@Nullable String customerId, @Nullable Order order) {
        Customer customer =
                customerId == null ? null : customers.find(customerId).orElse(null);
        if (customer == null && order == null) {
            throw nobody("customer");
        }
        Preferences preferences = customer == null ? Preferences.NONE : customers.preferences(customer.id());
        return new Audience(customer, order, order != null && orders.isRepeatBuyer(order), preferences);
    }

    private static Audience sample(String id) {
        return SampleAudiences.all().stream()
                .filter(sample -> sample.id().equals(id))
                .findFirst()
                .orElseThrow(() -> nobody("sample"))
                .audience();
    }

    private static JourneyProblem nobody(String kind) {
        return new JourneyProblem("WORDS_MISSING", "there is no such " + kind);
    }

    private static List<OneMessage> messages(List<WordsAt> words) {
        Map<String, List<Version>> versions = words.stream()
                .collect(groupingBy(
                        WordsAt::name,
                        TreeMap::new,
                        mapping(at -> new Version(at.channel(), at.locale(), at.file()), toList())));
        return versions.entrySet().stream()
                .map(message -> new OneMessage(message.getKey(), message.getValue()))
                .toList();
    }
}
