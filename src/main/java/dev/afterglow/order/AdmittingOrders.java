package dev.afterglow.order;

import dev.afterglow.journey.AdmissionRule;
import dev.afterglow.journey.RepeatBuyers;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which orders may enter a journey. */
@Configuration(proxyBeanMethods = false)
class AdmittingOrders {

    /** A journey about an order needs to know it, and a test, voided or cancelled one starts nothing. */
    @Bean
    AdmissionRule notForDeadOrders(Orders orders) {
        return (journey, entry) -> {
            if (entry.orderId() == null) {
                return Optional.empty();
            }
            return orders.withoutLines(entry.orderId()).map(Order::silence).orElse(Optional.of("order-unknown"));
        };
    }

    /** Who bought before; without an order, whoever bought more than once. */
    @Bean
    RepeatBuyers repeatBuyers(Orders orders) {
        return entry -> entry.orderId() == null
                ? entry.customerId() != null && orders.boughtMoreThanOnce(entry.customerId())
                : orders.withoutLines(entry.orderId())
                        .filter(orders::isRepeatBuyer)
                        .isPresent();
    }
}
