package org.flavorwaves.embedded.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.run.NodeReport;
import org.flavorwaves.embedded.run.RunListener;
import org.knime.core.node.workflow.NodeMessage;

/** Prints a line for each node and, on a terminal, what is being done. */
final class RunReporter implements RunListener {

    private final Terminal m_terminal;

    private final int m_labelWidth;

    RunReporter(Terminal terminal, int labelWidth) {
        m_terminal = terminal;
        m_labelWidth = labelWidth;
    }

    @Override
    public void nodeDone(NodeReport report) {
        if (report.waitsFor().isPresent()) {
            m_terminal.err(report.label() + ": not executed, because " + report.waitsFor().get() + " is not");
            return;
        }
        if (report.isExecuted()) {
            m_terminal.out(executed(report));
        }
        NodeMessage message = report.message();
        if (!report.isExecuted()) {
            m_terminal.err(report.label() + ": failed: " + text(message));
        } else if (message.getMessageType() != NodeMessage.Type.RESET) {
            m_terminal.err(report.label() + ": warning: " + text(message));
        }
    }

    private String executed(NodeReport report) {
        String line = String.format(Locale.ROOT, "%-" + m_labelWidth + "s  executed  %8.2f s", report.label(),
            report.seconds());
        return report.rows().isEmpty() ? line : line
            + report.rows().stream().map(String::valueOf).collect(Collectors.joining(" + ", "  ", " rows"));
    }

    private static String text(NodeMessage message) {
        StringBuilder text = new StringBuilder(message.getMessage());
        message.getIssue().ifPresent(i -> text.append('\n').append(i.indent(2).stripTrailing()));
        message.getResolutions().forEach(r -> text.append("\n  - ").append(r));
        return text.toString();
    }

    @Override
    public void progress(int done, int total, List<String> running) {
        m_terminal.show("[" + done + "/" + total + "] " + String.join(" | ", running));
    }
}
