package dev.afterglow.privacy;

import dev.afterglow.customer.Customers;
import dev.afterglow.journey.AdmissionRule;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who was erased enters no journey any more. */
@Configuration(proxyBeanMethods = false)
class ErasedStayOut {

    @Bean
    AdmissionRule notForTheErased(Customers customers) {
        return (journey, entry) -> entry.customerId() != null && customers.isErased(entry.customerId())
                ? Optional.of(Erasing.ERASED)
                : Optional.empty();
    }
}
