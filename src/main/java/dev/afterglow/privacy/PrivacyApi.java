package dev.afterglow.privacy;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's rights, for programs: be told everything, be erased. */
@RestController
class PrivacyApi {

    private final Exporting exporting;
    private final Erasing erasing;
    private final Customers customers;

    PrivacyApi(Exporting exporting, Erasing erasing, Customers customers) {
        this.exporting = exporting;
        this.erasing = erasing;
        this.customers = customers;
    }

    record Found(List<One> customers) {}

    record One(
            String id,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String locale,
            @Nullable String timeZone) {}

    /** Who has this e-mail address; mostly nobody or one. */
    @GetMapping("/api/customers")
    Found at(@RequestParam String email) {
        return new Found(customers.at("email", email).stream()
                .flatMap(id -> customers.find(id).stream())
                .map(PrivacyApi::one)
                .distinct()
                .toList());
    }

    /** Everything about this person; the guide for engineers says what is in it. */
    @GetMapping("/api/customers/{id}/export")
    void export(@PathVariable String id, HttpServletResponse response) throws IOException {
        List<String> ids = exporting.idsOf(id);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customer.json\"");
        exporting.write(ids, response.getOutputStream());
    }

    /** Erases; a second time it answers the first receipt. */
    @PostMapping("/api/customers/{id}/erasure")
    Receipt erase(@PathVariable String id) {
        return erasing.erase(id, "api");
    }

    @GetMapping("/api/customers/{id}/erasure")
    Receipt receipt(@PathVariable String id) {
        return erasing.receipt(id).orElseThrow(NobodyThere::notErased);
    }

    private static One one(Customer customer) {
        return new One(
                customer.id(),
                customer.email(),
                customer.phone(),
                customer.firstName(),
                customer.lastName(),
                customer.locale(),
                customer.timeZone());
    }
}
