package dev.afterglow.messaging.words;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.afterglow.messaging.Offering;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** What other rooms give words in a test. */
final class SomeOfferings {

    private SomeOfferings() {}

    static Offerings none() {
        return of();
    }

    @SuppressWarnings("unchecked")
    static Offerings of(Offering... rooms) {
        ObjectProvider<Offering> provider = mock(ObjectProvider.class);
        when(provider.stream()).thenAnswer(call -> Stream.of(rooms));
        return new Offerings(provider);
    }
}
