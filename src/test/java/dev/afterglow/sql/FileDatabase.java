package dev.afterglow.sql;

import java.nio.file.Path;

/** H2 in a file, as the app ships it, for processes that are killed. */
public final class FileDatabase {

    private FileDatabase() {}

    /** Where a process finds it. */
    public static String url(Path file) {
        String shipped = Shipped.property("spring.datasource.url");
        return "jdbc:h2:file:" + file.toAbsolutePath() + shipped.substring(shipped.indexOf(';')) + ";USER=sa";
    }

    /** Opens it and brings the tables; close it before another process opens it. */
    public static Database open(Path file) {
        return new Database(url(file), "sa", "h2", tables -> "select 1");
    }
}
