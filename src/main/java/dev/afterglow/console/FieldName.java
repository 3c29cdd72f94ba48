package dev.afterglow.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The name of a field of what a sender told, and what it says about the value. */
final class FieldName {

    private static final Set<String> PRIVATE = words("""
            first last given family middle surname firstname lastname nick nickname salutation city town zip plz \
            postcode postal zipcode house building floor door apartment county district note notes message comment \
            comments remark greeting instructions token auth authorization signature cookie session ip agent lat lng \
            lon latitude longitude geo birthday birthdate bday dob born age gender sex tax vat ssn passport iban bic \
            card cvv pan signed signer contact avatar photo image website handle key credit login pin""");
    private static final List<String> PRIVATE_PARTS =
            List.of("name", "mail", "phone", "mobile", "tele", "fax", "address", "street", "birth", "passw", "secret");
    private static final Set<String> PRIVATE_IDS =
            words("tax vat card passport ssn national token session device fiscal personal pin login");
    private static final Set<String> PEOPLE = words("""
            customer buyer client person people user users recipient receiver sender contact contacts address \
            addresses billing shipping destination origin consignee payer payment card note attributes properties \
            meta metadata custom gift company account""");
    private static final Set<String> IDS = words("id ids gid sku uuid reference");
    private static final Set<String> NUMBERED = words("order tracking parcel shipment invoice item checkout app");
    private static final Set<String> TIMES = words("""
            at date time datetime day created updated since until when expires eta occurred processed modified \
            timestamp delivery expected""");
    private static final Set<String> AMOUNTS = words("""
            amount price total subtotal sum cost value rate discount refund paid spent balance weight grams""");
    private static final Set<String> COUNTS = words("count quantity qty attempts version position orders");
    private static final Set<String> CODES = words("""
            status substatus type topic kind state event object mode carrier service currency outcome result channel \
            gateway slug tag subtag source specversion action""");
    private static final Set<String> PLACES = words("country locale language currency lang");
    private static final Set<String> GOODS = words("title sku variant vendor product");
    private static final Set<String> LISTS = words("items lines products");

    private final List<String> words;

    private FieldName(List<String> words) {
        this.words = words;
    }

    static FieldName of(String name) {
        String apart = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return new FieldName(Arrays.stream(apart.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Its value is about somebody, whatever it looks like. */
    boolean isPrivate() {
        boolean part = words.stream().anyMatch(word -> PRIVATE_PARTS.stream().anyMatch(word::contains));
        if (isAnId() && !lastIs("number")) {
            return part ? !words.contains("address") : any(PRIVATE_IDS);
        }
        return part || any(PRIVATE);
    }

    /** What is below it is about somebody. */
    boolean isSomebody() {
        return any(PEOPLE) || isPrivate();
    }

    /** An id, or a number of a thing; a number of nothing in particular may be a telephone's. */
    boolean isAnId() {
        return !words.isEmpty() && (IDS.contains(words.getLast()) || (lastIs("number") && any(NUMBERED)));
    }

    boolean isATime() {
        return any(TIMES);
    }

    boolean isAnAmount() {
        return any(AMOUNTS);
    }

    boolean isACount() {
        return any(COUNTS);
    }

    boolean isACode() {
        return !words.isEmpty() && CODES.contains(words.getLast());
    }

    boolean isAPlace() {
        return any(PLACES);
    }

    /** What a thing that was bought is called, if it stands in a list of those. */
    boolean isOfGoods() {
        return words.size() <= 2 && any(GOODS);
    }

    /** A list of things that were bought. */
    boolean isAListOfGoods() {
        return !words.isEmpty() && LISTS.contains(words.getLast());
    }

    private boolean any(Set<String> of) {
        return words.stream().anyMatch(of::contains);
    }

    private boolean lastIs(String word) {
        return words.getLast().equals(word);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }
}
