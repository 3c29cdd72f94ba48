package dev.afterglow.shop;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads which shops there are, once. */
@Configuration(proxyBeanMethods = false)
class ShopConfiguration {

    @Bean
    Shops shops(ShopSettings main, FurtherShopsSettings further) {
        return new Shops(further.beside(main.shop()));
    }
}
