package dev.afterglow.history.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a file may hold, with the names shops give it; of two in one file the earlier name counts. */
public enum Column {
    ORDER_ID("The shop's own id of the order, the one its webhooks tell.", "id"),
    ORDER_NUMBER(
            "What the customer knows the order by; also its id where there is no other. Rows with the same one are one order.",
            "order name",
            "order",
            "order no",
            "name",
            "number",
            "invoice",
            "invoice no",
            "invoice number",
            "bestellnummer",
            "rechnungsnummer"),
    STATUS(
            "Paid, pending, cancelled, voided or refunded, in the shop's words.",
            "financial status",
            "payment status",
            "order status"),
    PLACED_AT(
            "When it was ordered.",
            "order date",
            "created at",
            "created",
            "date created",
            "invoice date",
            "purchase date",
            "date",
            "bestelldatum",
            "datum"),
    PAID_AT("When it was paid.", "date paid", "payment date"),
    CANCELLED_AT("When it was cancelled.", "canceled at", "cancelled", "date cancelled"),
    UPDATED_AT("When the shop last changed the order.", "date modified", "modified at"),
    EMAIL("The customer's e-mail address.", "e-mail", "customer email", "billing email", "email address", "mail"),
    PHONE("The customer's phone number.", "customer phone", "billing phone", "telephone", "mobile", "telefon"),
    CUSTOMER_ID(
            "The shop's own id of the customer's account.",
            "customer",
            "customer no",
            "customer number",
            "user id",
            "kundennummer"),
    FIRST_NAME("The customer's first name.", "customer first name", "billing first name", "given name", "vorname"),
    LAST_NAME(
            "The customer's last name.",
            "customer last name",
            "billing last name",
            "surname",
            "family name",
            "nachname"),
    LOCALE("The customer's language, such as de or en-GB.", "customer locale", "language", "sprache"),
    BIRTHDAY(
            "Day, month and, where known, year.",
            "customer birthday",
            "birth date",
            "date of birth",
            "dob",
            "geburtstag",
            "geburtsdatum"),
    CURRENCY("ISO 4217, such as EUR.", "currency code", "order currency", "waehrung"),
    TOTAL("What was charged for the order.", "order total", "total price", "grand total", "gesamtbetrag"),
    LINE_ID("The shop's own id of the line.", "line item id", "lineitem id"),
    PRODUCT_ID("The shop's own id of the product.", "item id", "artikel id"),
    SKU("The product's stock code.", "stock code", "lineitem sku", "item number", "article number", "artikelnummer"),
    TITLE(
            "What the product is called.",
            "product title",
            "product name",
            "product",
            "lineitem name",
            "item name",
            "item",
            "description",
            "artikel",
            "bezeichnung"),
    VARIANT("Which colour, size ...", "variant title", "variation"),
    QUANTITY("How many; a whole number from 1.", "qty", "lineitem quantity", "item quantity", "menge", "anzahl"),
    PRICE("What one costs.", "unit price", "lineitem price", "item price", "item cost", "einzelpreis", "preis"),
    SHIP_NAME("Who gets it.", "shipping name", "shipping address name"),
    SHIP_STREET(
            "Street and number.", "shipping street", "shipping address1", "shipping address 1", "street", "address"),
    SHIP_CITY("Town.", "shipping city", "shipping address city", "city", "ort"),
    SHIP_POSTCODE("Postcode.", "shipping postcode", "shipping zip", "shipping address zip", "postcode", "zip", "plz"),
    SHIP_REGION(
            "State or province.",
            "shipping state",
            "shipping province",
            "shipping address province",
            "region",
            "province"),
    SHIP_COUNTRY(
            "Two letters (DE) or the name in English.",
            "shipping country",
            "shipping address country",
            "country code",
            "country",
            "land"),
    CARRIER("Who carries the parcel.", "tracking company", "shipping carrier", "shipping provider", "courier"),
    TRACKING_NUMBER("The number on the parcel.", "tracking", "tracking no", "tracking code", "sendungsnummer"),
    SHIPPED_AT("When it left.", "fulfilled at", "ship date", "date shipped"),
    DELIVERED_AT("When the customer got it.", "delivered", "delivered on", "date delivered");

    private final String meaning;
    // why: a list nobody can change; the compiler cannot know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> alsoCalled;

    Column(String meaning, String... alsoCalled) {
        this.meaning = meaning;
        this.alsoCalled = List.of(alsoCalled);
    }

    /** Our own name for it, such as {@code placed-at}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it holds, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** What shops call it. */
    public List<String> alsoCalled() {
        return alsoCalled;
    }

    /** How good a name this is for the column, the smaller the better; -1: none of its names. */
    int rank(String name) {
        String plain = plain(name);
        if (plain.equals(plain(word()))) {
            return 0;
        }
        for (int i = 0; i < alsoCalled.size(); i++) {
            if (plain.equals(plain(alsoCalled.get(i)))) {
                return i + 1;
            }
        }
        return -1;
    }

    /** The column with this name of ours. */
    public static Optional<Column> of(String word) {
        return Arrays.stream(values())
                .filter(column -> plain(column.word()).equals(plain(word)))
                .findFirst();
    }

    /** Names are compared without case, spaces and signs. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
