package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExecutionMonitorTest {

    private final NodeProgressMonitor m_monitor = new DefaultNodeProgressMonitor();

    private final ExecutionContext m_exec = new ExecutionContext(m_monitor);

    @Test
    void partsAddUpToTheWhole() {
        assertThat(m_monitor.getProgress()).isNull();
        ExecutionMonitor first = m_exec.createSubProgress(0.5);
        ExecutionContext second = m_exec.createSubExecutionContext(0.5);
        first.setProgress(1.0);
        assertThat(m_monitor.getProgress()).isEqualTo(0.5);
        second.createSilentSubProgress(0.5).setProgress(1.0);
        assertThat(m_monitor.getProgress()).isEqualTo(0.75);
        second.setProgress(1.0);
        m_exec.setProgress(7.0);
        assertThat(m_monitor.getProgress()).isEqualTo(1.0);
        assertThatThrownBy(() -> m_exec.createSubProgress(1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void messagesOfPartsFollowThoseOfTheWhole() {
        m_exec.setMessage("bands");
        ExecutionMonitor part = m_exec.createSubProgress(0.5);
        part.setProgress(0.5, () -> "cell 1");
        part.createSubProgress(1).setMessage("k 3");
        m_exec.createSilentSubExecutionContext(0.5).setMessage("silent");
        assertThat(m_monitor.getMessage()).isEqualTo("bands - cell 1 - k 3");
        m_exec.setMessage("done");
        assertThat(m_monitor.getMessage()).isEqualTo("done");
    }

    @Test
    void partsAreCanceledWithTheWhole() throws CanceledExecutionException {
        ExecutionMonitor part = m_exec.createSubProgress(0.5).createSilentSubProgress(0.1);
        part.checkCanceled();
        m_monitor.setExecuteCanceled();
        assertThatThrownBy(part::checkCanceled).isInstanceOf(CanceledExecutionException.class);
        m_monitor.reset();
        part.checkCanceled();
    }
}
