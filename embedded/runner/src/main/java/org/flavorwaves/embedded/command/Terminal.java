package org.flavorwaves.embedded.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.embedded.run.RunListener;
import org.flavorwaves.embedded.run.SingleNode;
import org.knime.core.node.workflow.NodeMessage;

/** Shows a run: one line a node, progress in place where a person watches, sentences of result at the end. */
final class Terminal implements RunListener {

    private static final int WIDTH = 78;

    private final PrintWriter m_out;

    private final PrintWriter m_err;

    private final boolean m_watched;

    private boolean m_dirty;

    Terminal(PrintWriter out, PrintWriter err) {
        m_out = out;
        m_err = err;
        m_watched = System.console() != null;
    }

    @Override
    public void progress(String label, double fraction, String message) {
        if (m_watched) {
            String text = String.format(Locale.ROOT, "%s: %3.0f %% %s", label, 100 * fraction, message);
            m_err.print("\r" + pad(text));
            m_err.flush();
            m_dirty = true;
        }
    }

    private static String pad(String text) {
        return text.length() > WIDTH ? text.substring(0, WIDTH) : text + " ".repeat(WIDTH - text.length());
    }

    void clear() {
        if (m_dirty) {
            m_err.print("\r" + " ".repeat(WIDTH) + "\r");
            m_err.flush();
            m_dirty = false;
        }
    }

    @Override
    public void finished(String label, String state, double seconds, NodeMessage message) {
        clear();
        m_out.printf(Locale.ROOT, "%-40s %-10s %8.2f s%n", label, state, seconds);
        if (message.getMessageType() != NodeMessage.Type.RESET) {
            String kind = message.getMessageType() == NodeMessage.Type.ERROR ? "ERROR" : "WARNING";
            for (String line : (kind + " " + SingleNode.text(message)).split("\\R")) {
                m_out.println("    " + line);
            }
        }
        m_out.flush();
    }

    @Override
    public void results(String label, List<String> sentences) {
        m_out.println();
        m_out.println(label);
        sentences.forEach(s -> m_out.println("  " + s));
        m_out.flush();
    }
}
