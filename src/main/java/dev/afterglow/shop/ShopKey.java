package dev.afterglow.shop;

import java.util.regex.Pattern;

/**
 * Which of the shops on this installation. What a shop calls an order, an account or a parcel is unique in that shop
 * only, so the ids of all shops but the main one are kept with the shop's name before them.
 *
 * @param name short, such as {@code blue}; empty for the main shop
 */
public record ShopKey(String name) {

    private static final Pattern NAME = Pattern.compile("|[a-z0-9][a-z0-9-]{0,29}");

    /** The shop of whoever does not say which. */
    public static final ShopKey MAIN = new ShopKey("");

    /** Checks the name. */
    public ShopKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A shop's name is up to 30 small letters, digits and dashes, not \"%s\".".formatted(name));
        }
    }

    /** What this shop calls so, as it is known here. */
    public String own(String id) {
        return name.isEmpty() ? id : name + "/" + id;
    }

    /** What the shop itself calls what is known here so. */
    public String bare(String id) {
        return !name.isEmpty() && id.startsWith(name + "/") ? id.substring(name.length() + 1) : id;
    }
}
