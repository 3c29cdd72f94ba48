package dev.afterglow.messaging.channel;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** There only when webhooks have somewhere to go. */
final class WhenEndpoints implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
        return Binder.get(context.getEnvironment())
                .bind("afterglow.messaging.webhook.endpoints", Bindable.mapOf(String.class, Object.class))
                .map(endpoints -> !endpoints.isEmpty())
                .orElse(false);
    }
}
