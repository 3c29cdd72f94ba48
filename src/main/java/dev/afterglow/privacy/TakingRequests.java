package dev.afterglow.privacy;

import dev.afterglow.privacy.PrivacyRequest.Kind;
import dev.afterglow.privacy.PrivacyRequest.State;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what shops ask for in people's names, each once, and does at once what nobody has to decide. */
@Service
public class TakingRequests {

    private final PrivacyRequests requests;
    private final Erasing erasing;

    TakingRequests(PrivacyRequests requests, Erasing erasing) {
        this.requests = requests;
        this.erasing = erasing;
    }

    /**
     * These people want to know what we know: a member of staff hands it out.
     *
     * @param customers by our ids; nobody when we know none
     * @return false when it was asked before
     */
    @Transactional
    public boolean export(Asking asking, List<String> customers) {
        return eachOnce(asking, Kind.EXPORT, customers, State.WAITING);
    }

    /**
     * These people are erased, before this returns.
     *
     * @param customers by our ids; nobody when we know none
     * @return false when it was asked before
     */
    @Transactional
    public boolean erase(Asking asking, List<String> customers) {
        return eachOnce(asking, Kind.ERASURE, customers, State.RUNNING);
    }

    /**
     * Everybody who bought at this shop is erased, step by step.
     *
     * @param isCertain false when somebody must look first, for it cannot be undone
     * @return false when it was asked before
     */
    @Transactional
    public boolean eraseShop(Asking asking, boolean isCertain) {
        return requests.keep(asking, 0, Kind.SHOP_ERASURE, null, isCertain ? State.RUNNING : State.WAITING)
                .isPresent();
    }

    private boolean eachOnce(Asking asking, Kind kind, List<String> customers, State state) {
        if (customers.isEmpty()) {
            return take(asking, 0, kind, null, state);
        }
        boolean isNew = false;
        for (int position = 0; position < customers.size(); position++) {
            isNew |= take(asking, position, kind, customers.get(position), state);
        }
        return isNew;
    }

    private boolean take(Asking asking, int position, Kind kind, @Nullable String customer, State state) {
        Optional<String> request = requests.keep(asking, position, kind, customer, state);
        request.filter(id -> customer == null || kind == Kind.ERASURE).ifPresent(id -> finish(asking, id, customer));
        return request.isPresent();
    }

    // why: of whom nothing is known nothing is to be handed out or erased, and it is on record that it was asked for.
    private void finish(Asking asking, String request, @Nullable String customer) {
        if (customer != null) {
            erasing.erase(customer, asking.sender());
        }
        requests.done(request, asking.sender(), customer == null ? 0 : 1);
    }
}
