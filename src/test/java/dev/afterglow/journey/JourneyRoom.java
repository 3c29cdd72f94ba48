package dev.afterglow.journey;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** What the room remembers, as the app furnishes it, on a test's database. */
public final class JourneyRoom {

    private JourneyRoom() {}

    /** The journeys in this folder, read again each time. */
    public static JourneyFolders folders(Path bpmn) {
        return new JourneyFolders(
                new JourneySettings(bpmn.toString(), true, Duration.ZERO, 10, Duration.ofMinutes(1), 64));
    }

    /** What is in use where nothing was ever deployed: these folders. */
    public static Editions editions(JourneyFolders folders) {
        EditionRows none = mock(EditionRows.class);
        when(none.newest()).thenReturn(new EditionRows.Newest(Map.of(), Map.of()));
        return new Editions(
                none, folders, new JourneySettings(null, true, Duration.ZERO, 10, Duration.ofMinutes(1), 64));
    }

    /** Whether each folder has been offered to the engine since this app started. */
    public static boolean isDeployed(ApplicationContext app) {
        return app.getBean(Deployer.class).isSettled();
    }

    public static Events events(Database database, MovableClock clock) {
        return database.transactional(new Events(database.client(), clock, announcement -> {}));
    }

    public static Runs runs(Database database, MovableClock clock) {
        return database.transactional(new Runs(database.client(), clock));
    }
}
