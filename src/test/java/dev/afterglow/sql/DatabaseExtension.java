package dev.afterglow.sql;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test class a database of its own, and each test an empty one. Tests ask for it as a parameter. */
abstract class DatabaseExtension implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, ParameterResolver {

    abstract Database fresh();

    @Override
    public void beforeAll(ExtensionContext context) {
        store(context).put(context.getUniqueId(), fresh());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        database(context).empty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Database database = store(context).remove(context.getUniqueId(), Database.class);
        if (database != null) {
            database.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return database(context);
    }

    private Database database(ExtensionContext context) {
        ExtensionContext.Store store = store(context);
        for (ExtensionContext at = context; ; at = at.getParent().orElseThrow()) {
            Database database = store.get(at.getUniqueId(), Database.class);
            if (database != null) {
                return database;
            }
        }
    }

    private ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(getClass()));
    }
}
