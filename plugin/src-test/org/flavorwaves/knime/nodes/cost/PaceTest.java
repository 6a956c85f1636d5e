package org.flavorwaves.knime.nodes.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.cost.Pace.TooLongException;
import org.flavorwaves.knime.testing.NodeTester;
import org.junit.jupiter.api.Test;
import org.knime.core.node.KNIMEException;
import org.knime.node.parameters.NodeParameters;

class PaceTest {
    private long m_clock;

    private final List<String> m_messages = new ArrayList<>();

    private final List<Double> m_fractions = new ArrayList<>();

    private final Pace m_pace = new Pace((fraction, message) -> {
        m_fractions.add(fraction);
        m_messages.add(message);
    }, () -> m_clock);

    private String at(final double seconds, final double fraction) {
        m_clock = Math.round(seconds * 1e9);
        m_pace.report(fraction, "working");
        return m_messages.get(m_messages.size() - 1);
    }

    /** Ten seconds for a thousandth: 10,000 s in all. Then half of it within the time since 2048 s. */
    @Test
    void saysTheTimeThatIsLeft() {
        for (int tenth = 0; tenth < 100; tenth++) {
            at(tenth / 10.0, tenth * 1e-5);
        }
        assertThat(at(10, 1e-3)).isEqualTo("working, about 3 hours left");
        assertThat(at(5000, 0.5)).isEqualTo("working, about 49 minutes left");
    }

    @Test
    void saysNothingAboutShortWork() {
        for (int s = 0; s <= 50; s++) {
            assertThat(at(s, s / 50.0)).isEqualTo("working");
        }
    }

    /** Reading the input is two percent of the way and takes no time; the rest goes on at 1e-10 a second. */
    @Test
    void endsWorkThatNobodyCanWaitFor() {
        for (int tenth = 0; tenth < 200; tenth++) {
            at(tenth / 10.0, 0.02 + tenth * 1e-11);
        }
        assertThat(at(20, 0.02 + 20e-10)).isEqualTo("working, about 308 years left");
        assertThatThrownBy(() -> at(21, 0.02 + 21e-10)).isInstanceOf(TooLongException.class)
            .hasMessage("At the pace of the first 21 s the work would take about 308 years, so it is not continued.");
    }

    @Test
    void claimsNothingWhileNothingHappens() {
        at(1, 0.3);
        for (int s = 2; s <= 1000; s++) {
            assertThat(at(s, s % 2 == 0 ? 0.3 : Math.nextUp(0.3))).isEqualTo("working");
        }
    }

    @Test
    void theFractionNeverFalls() {
        at(0, 0.5);
        at(1, 0.2);
        at(2, 1.5);
        assertThat(m_fractions).containsExactly(0.5, 0.5, 1.0);
    }

    /** The exception of the pace passes through the physics like a cancellation, and ends as an error of the node. */
    @Test
    void aNodeFailsWithTheSentenceAndWhatToDo() {
        final NodeTester node = NodeTester.of((in, out) -> out.setOutSpecs(), (in, out) -> NodeRun.execute(in, out,
            (progress, warnings) -> {
                throw new TooLongException("It takes ages.");
            }), new NodeParameters() {
            });
        assertThatThrownBy(node::run).isInstanceOf(KNIMEException.class).hasMessage("It takes ages.");
    }
}
