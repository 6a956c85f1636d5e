package org.flavorwaves.embedded.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.run.NodeReport;
import org.flavorwaves.embedded.run.RunListener;
import org.knime.core.node.workflow.NodeMessage;

/**
 * Prints a line for each node. What is being done is shown on a terminal all the time; elsewhere lines tell it in a
 * long run, after 30 s and then at twice the time up to every half an hour.
 */
final class RunReporter implements RunListener {

    /** When the first line of progress is printed where there is no terminal. */
    private static final long FIRST_LINE = TimeUnit.SECONDS.toNanos(30);

    /** The longest time between two such lines. */
    private static final long MOST_BETWEEN = TimeUnit.MINUTES.toNanos(30);

    private final Terminal m_terminal;

    private final int m_labelWidth;

    private final LongSupplier m_nanoseconds;

    private final long m_start;

    private long m_nextLine = FIRST_LINE;

    RunReporter(final Terminal terminal, final int labelWidth) {
        this(terminal, labelWidth, System::nanoTime);
    }

    /** A reporter with a clock. */
    RunReporter(final Terminal terminal, final int labelWidth, final LongSupplier nanoseconds) {
        m_terminal = terminal;
        m_labelWidth = labelWidth;
        m_nanoseconds = nanoseconds;
        m_start = nanoseconds.getAsLong();
    }

    @Override
    public void nodeDone(final NodeReport report) {
        if (report.waitsFor().isPresent()) {
            m_terminal.err(report.label() + ": not executed, because " + report.waitsFor().get() + " is not");
            return;
        }
        if (report.isExecuted()) {
            m_terminal.out(executed(report));
        }
        final NodeMessage message = report.message();
        if (!report.isExecuted()) {
            m_terminal.err(report.label() + ": failed: " + text(message));
        } else if (message.getMessageType() != NodeMessage.Type.RESET) {
            m_terminal.err(report.label() + ": warning: " + text(message));
        }
    }

    private String executed(final NodeReport report) {
        final String line = String.format(Locale.ROOT, "%-" + m_labelWidth + "s  executed  %8.2f s", report.label(),
            report.seconds());
        return report.rows().isEmpty() ? line : line
            + report.rows().stream().map(String::valueOf).collect(Collectors.joining(" + ", "  ", " rows"));
    }

    static String text(final NodeMessage message) {
        final StringBuilder text = new StringBuilder(message.getMessage());
        message.getIssue().ifPresent(i -> text.append('\n').append(i.indent(2).stripTrailing()));
        message.getResolutions().forEach(r -> text.append("\n  - ").append(r));
        return text.toString();
    }

    @Override
    public void progress(final int done, final int total, final List<String> running) {
        final String line = "[" + done + "/" + total + "] " + String.join(" | ", running);
        final long elapsed = m_nanoseconds.getAsLong() - m_start;
        if (m_terminal.isTerminal()) {
            m_terminal.show(line);
        } else if (elapsed >= m_nextLine) {
            m_nextLine += Math.min(elapsed, MOST_BETWEEN);
            m_terminal.err(TimeUnit.NANOSECONDS.toSeconds(elapsed) + " s " + line);
        }
    }
}
