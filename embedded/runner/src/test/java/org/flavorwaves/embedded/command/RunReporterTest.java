package org.flavorwaves.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class RunReporterTest {

    private long m_clock;

    /** The seconds at which a run of five hours tells its progress where there is no terminal. */
    @Test
    void longRunsTellHowFarTheyAre() {
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final RunReporter reporter =
            new RunReporter(new Terminal(System.out, new PrintStream(err), false), 20, () -> m_clock);
        for (int s = 0; s <= 5 * 3600; s++) {
            m_clock = TimeUnit.SECONDS.toNanos(s);
            reporter.progress(1, 3, List.of("QKE Box (#2) 4 % evolving"));
        }
        assertThat(err.toString().lines()).startsWith("30 s [1/3] QKE Box (#2) 4 % evolving")
            .extracting(line -> Integer.parseInt(line.substring(0, line.indexOf(' '))))
            .startsWith(30, 60, 120, 240, 480, 960, 1920, 3720, 5520).hasSize(15);
    }
}
