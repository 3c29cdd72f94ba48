package dev.afterglow.journey.check;

import static java.util.Comparator.comparing;

import dev.afterglow.journey.JourneyFolder;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Looks at folders with every rule there is. */
@Service
public class Checking {

    private final List<Rule> rules;

    /** Looks with the rules of these books. */
    public Checking(List<RuleBook> books) {
        this.rules = books.stream().flatMap(book -> book.rules().stream()).toList();
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
            Findings found = new Findings(rule, folder.name());
            rule.look().at(draft, found);
            findings.addAll(found.noted());
        }
        withoutEchoes(findings);
        findings.sort(comparing(Finding::severity));
        return new CheckedFolder(folder.name(), findings);
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
