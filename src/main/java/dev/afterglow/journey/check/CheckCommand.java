package dev.afterglow.journey.check;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyFolders;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The check at the command line: {@code check [--json] [bpmn/NAME ...]}. It answers with 0 when nothing is refused, with 1
 * when something is, and with 2 when it could not look.
 */
public final class CheckCommand {

    /** The word the command begins with. */
    public static final String NAME = "check";

    private static final int COULD_NOT_LOOK = 2;

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A command that prints.
     *
     * @param application whose rules are asked
     */
    public CheckCommand(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    /** Looks at the folders and prints what it finds; the answer is the exit code. */
    public int run(List<String> arguments) {
        List<String> names = new ArrayList<>(arguments);
        boolean json = names.remove("--json");
        try {
            List<CheckedFolder> checked =
                    check(names.stream().map(CheckCommand::folder).toList());
            out.println(json ? Report.json(checked) : Report.text(checked));
            return checked.stream().anyMatch(CheckedFolder::isRefused) ? 1 : 0;
        } catch (NotThere notThere) {
            err.println(notThere.getMessage());
            return COULD_NOT_LOOK;
        } catch (RuntimeException trouble) {
            // why: a program that asks must not take trouble of ours for a verdict.
            err.println("It could not look: " + trouble.getMessage());
            return COULD_NOT_LOOK;
        }
    }

    private List<CheckedFolder> check(List<Path> folders) {
        Set<Path> rooms =
                new LinkedHashSet<>(folders.stream().map(Path::getParent).toList());
        if (rooms.size() > 1) {
            throw new NotThere("The folders must stand beside each other; they are in " + rooms);
        }
        Path room = rooms.isEmpty() ? folder("bpmn") : rooms.iterator().next();
        try (ConfigurableApplicationContext app = RulesOnly.of(application, room)) {
            return look(
                    app.getBean(Checking.class),
                    app.getBean(JourneyFolders.class).current(),
                    folders.stream()
                            .map(folder -> String.valueOf(folder.getFileName()))
                            .toList());
        }
    }

    private static List<CheckedFolder> look(Checking checking, List<JourneyFolder> all, List<String> wanted) {
        return all.stream()
                .filter(folder -> wanted.isEmpty() || wanted.contains(folder.name()))
                .map(folder -> checking.check(folder, all))
                .toList();
    }

    private static Path folder(String name) {
        Path folder = Path.of(name).toAbsolutePath().normalize();
        if (name.startsWith("-") || !Files.isDirectory(folder)) {
            throw new NotThere("There is no folder %s. Usage: check [--json] [bpmn/NAME ...]".formatted(name));
        }
        return folder;
    }

    private static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotThere(String message) {
            super(message);
        }
    }
}
