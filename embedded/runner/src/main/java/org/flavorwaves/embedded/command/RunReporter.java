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
        StringBuilder line = new StringBuilder();
        String time = report.seconds() < 0 ? "-" : String.format(Locale.ROOT, "%.2f s", report.seconds());
        line.append(String.format(Locale.ROOT, "%-" + m_labelWidth + "s  %-10s %9s", report.label(), report.state(),
            time));
        if (report.isExecuted() && !report.rows().isEmpty()) {
            line.append("  ").append(report.rows().stream().map(String::valueOf).collect(Collectors.joining(" + ")))
                .append(" rows");
        }
        report.waitsFor().ifPresent(w -> line.append("  not executed, because ").append(w).append(" is not"));
        NodeMessage message = report.message();
        if (message.getMessageType() != NodeMessage.Type.RESET && report.waitsFor().isEmpty()) {
            line.append("  ").append(message.getMessageType()).append(' ').append(message.getMessage());
            message.getIssue().ifPresent(i -> line.append('\n').append(i.indent(2).stripTrailing()));
            message.getResolutions().forEach(r -> line.append("\n  - ").append(r));
        }
        m_terminal.out(line.toString());
    }

    @Override
    public void progress(int done, int total, List<String> running) {
        m_terminal.show("[" + done + "/" + total + "] " + String.join(" | ", running));
    }
}
