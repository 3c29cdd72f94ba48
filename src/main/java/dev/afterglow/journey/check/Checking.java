package dev.afterglow.journey.check;

import static java.util.Comparator.comparing;

import dev.afterglow.journey.JourneyFolder;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks at folders with every rule there is. */
@Service
public class Checking {

    private static final Logger LOG = LoggerFactory.getLogger(Checking.class);

    private final List<Rule> rules;

    /** Looks with the rules of these books. */
    public Checking(List<RuleBook> books) {
        this.rules = books.stream()
                .sorted(comparing(book -> book.getClass().getSimpleName()))
                .flatMap(book -> book.rules().stream())
                .toList();
    }

    /** Every rule there is. */
    public List<Rule> rules() {
        return rules;
    }

    /** Looks at one folder. */
    public CheckedFolder check(JourneyFolder folder, List<JourneyFolder> beside) {
        Draft draft = Drafting.of(folder, beside);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            findings.addAll(look(rule, draft));
        }
        withoutEchoes(findings);
        findings.sort(comparing(Finding::severity));
        return new CheckedFolder(folder.name(), findings);
    }

    // why: one rule with a fault of its own must neither stop the others nor keep a journey from being deployed.
    private static List<Finding> look(Rule rule, Draft draft) {
        Findings found = new Findings(rule, draft.folder().name());
        try {
            rule.look().at(draft, found);
        } catch (RuntimeException e) {
            LOG.error("Rule {} cannot look at {}", rule.name(), draft.folder().name(), e);
        }
        return found.noted();
    }

    // why: the engine says the same again in its own words, about most of what our rules have named already.
    private static void withoutEchoes(List<Finding> findings) {
        boolean named =
                findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR && !isEngines(finding));
        findings.removeIf(finding -> named && isEngines(finding));
    }

    private static boolean isEngines(Finding finding) {
        return finding.rule().equals(DiagramRules.ENGINE_ACCEPTS);
    }
}
