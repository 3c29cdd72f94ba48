package dev.afterglow.sql;

import java.util.List;
import java.util.UUID;

/** H2 in memory, with the very options the app ships with. */
public final class H2Extension extends DatabaseExtension {

    @Override
    Database fresh() {
        String shipped = Shipped.property("spring.datasource.url");
        String options = shipped.substring(shipped.indexOf(';'));
        return new Database(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + options, "sa", "h2", H2Extension::emptying);
    }

    private static String emptying(List<String> tables) {
        return "set referential_integrity false; truncate table "
                + String.join("; truncate table ", tables)
                + "; set referential_integrity true";
    }
}
