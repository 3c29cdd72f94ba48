package dev.afterglow.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with the app's own tables in it, and the app's own transactions around its repositories. */
public final class Database implements AutoCloseable {

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
            """;

    private final HikariDataSource source = new HikariDataSource();
    private final JdbcTransactionManager transactions;
    private final String emptying;

    /**
     * Connects and brings the tables.
     *
     * @param vendor the folder of migrations, as Spring Boot calls this database
     * @param emptying the statement that empties these tables
     */
    Database(String url, String user, String vendor, Function<List<String>, String> emptying) {
        source.setJdbcUrl(url);
        source.setUsername(user);
        source.setMaximumPoolSize(Integer.parseInt(Shipped.property("spring.datasource.hikari.maximum-pool-size")));
        source.setConnectionTimeout(Long.parseLong(Shipped.property("spring.datasource.hikari.connection-timeout")));
        transactions = new JdbcTransactionManager(source);
        String locations = Shipped.property("spring.flyway.locations").replace("{vendor}", vendor);
        Flyway.configure()
                .dataSource(source)
                .locations(locations.split(","))
                .load()
                .migrate();
        this.emptying = emptying.apply(client().sql(TABLES).query(String.class).list());
    }

    public String url() {
        return source.getJdbcUrl();
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient client() {
        return JdbcClient.create(source);
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(source);
    }

    /** Does something in one transaction. */
    public <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    /** The repository as Spring hands it out: its transactional methods are just that. */
    @SuppressWarnings("unchecked")
    public <T> T transactional(T repository) {
        var proxy = new ProxyFactory(repository);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(new TransactionInterceptor(transactions, new AnnotationTransactionAttributeSource(false)));
        return (T) proxy.getProxy();
    }

    /** Takes all rows out. */
    void empty() {
        template().execute(emptying);
    }

    @Override
    public void close() {
        source.close();
    }
}
