package dev.afterglow.messaging.channel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** There only when this property has a value; a blank one, as compose files leave behind, is none. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Conditional(WhenSet.HasText.class)
@interface WhenSet {

    /** Name of the property. */
    String value();

    /** Looks it up. */
    final class HasText implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            Map<String, Object> wanted = annotated.getAnnotationAttributes(WhenSet.class.getName());
            return wanted != null
                    && StringUtils.hasText(context.getEnvironment().getProperty(String.valueOf(wanted.get("value"))));
        }
    }
}
