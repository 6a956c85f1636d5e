package org.flavorwaves.knime.nodes.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.KNIMEException;

class ForesightTest {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final List<String> m_messages = new ArrayList<>();

    private String of(final double seconds) throws KNIMEException {
        return Foresight.of(seconds * CORES, () -> "This", (fraction, message) -> m_messages.add(message), "working");
    }

    @Test
    void saysHowLongWorkTakesBeforeItStarts() throws KNIMEException {
        assertThat(of(59)).isEqualTo("working");
        assertThat(of(3 * 3600)).isEqualTo("working, which takes at least 3 hours");
        assertThat(m_messages).containsExactly("working", "working, which takes at least 3 hours");
    }

    @Test
    void refusesWhatNobodyCanWaitFor() throws KNIMEException {
        assertThat(of(360.0 * 24 * 3600)).endsWith("at least 360 days");
        assertThatThrownBy(() -> of(3e9)).isInstanceOf(KNIMEException.class)
            .hasMessage("This would take at least 95 years, so it is not started.");
        assertThatThrownBy(() -> of(Double.POSITIVE_INFINITY))
            .hasMessage("This would take at least 1e+300 years, so it is not started.");
    }
}
