package dev.afterglow.intake.reconciliation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The shops that are asked for their orders; none: nobody is asked.
 *
 * @param accounts by a name of yours
 */
@Validated
@ConfigurationProperties("afterglow.intake.reconciliation")
record ReconciliationSettings(@DefaultValue @Valid Map<String, Account> accounts) {

    @AssertTrue(message = "the name of an account is up to 60 small letters, digits and dashes")
    boolean isEachNameShort() {
        return accounts.keySet().stream().allMatch(name -> name.matches("[a-z0-9-]{1,60}"));
    }
}
