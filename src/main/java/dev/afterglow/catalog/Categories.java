package dev.afterglow.catalog;

import dev.afterglow.journey.JourneyFolders;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.order.OrderLine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The shop's categories, {@code bpmn/shared/categories.yaml}. A new version is read as soon as it is saved; one that is wrong
 * is refused, and the one before goes on serving. Without the file everything is "other".
 */
@Component
public class Categories {

    private static final Logger LOG = LoggerFactory.getLogger(Categories.class);
    private static final String FOLDER = "shared";
    private static final String FILE = "categories.yaml";

    private record Read(String yaml, List<Category> categories) {}

    private final JourneyFolders folders;
    private volatile @Nullable Read known;

    Categories(JourneyFolders folders) {
        this.folders = folders;
    }

    /**
     * The category of what this line is about: the first in the file that fits, else "other".
     *
     * @throws JourneyProblem when the file is wrong and never was right
     */
    public String nameOf(OrderLine line) {
        return of(line).name();
    }

    Category of(OrderLine line) {
        return current().stream()
                .filter(category -> category.holds(line))
                .findFirst()
                .orElse(Category.OTHER);
    }

    private List<Category> current() {
        String yaml = folders.named(FOLDER).flatMap(folder -> folder.text(FILE)).orElse("");
        Read before = known;
        if (before != null && before.yaml().equals(yaml)) {
            return before.categories();
        }
        List<Category> categories = read(yaml, before);
        known = new Read(yaml, categories);
        return categories;
    }

    private static List<Category> read(String yaml, @Nullable Read before) {
        try {
            return CategoriesFile.read(FOLDER + "/" + FILE, yaml);
        } catch (CategoriesRefused refused) {
            if (before == null) {
                throw new JourneyProblem("CATEGORIES_REFUSED", String.valueOf(refused.getMessage()));
            }
            LOG.error("New categories are refused, the ones before are still used: {}", refused.getMessage());
            return before.categories();
        }
    }
}
