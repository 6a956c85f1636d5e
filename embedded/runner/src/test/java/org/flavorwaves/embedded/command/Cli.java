package org.flavorwaves.embedded.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.flavorwaves.embedded.base.BaseNodeType;
import org.flavorwaves.embedded.catalog.NodeCatalog;

/** Runs the command in this process and keeps what it prints. */
final class Cli {

    private final ByteArrayOutputStream m_out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream m_err = new ByteArrayOutputStream();

    private final int m_code;

    private Cli(final boolean isTerminal, final String... args) {
        final Terminal terminal = new Terminal(new PrintStream(m_out, true, StandardCharsets.UTF_8),
            new PrintStream(m_err, true, StandardCharsets.UTF_8), isTerminal);
        m_code = FlavorWaves.run(terminal, () -> NodeCatalog.find(Cli.class.getClassLoader(),
            List.of(BaseNodeType.values())), args);
    }

    static Cli run(final String... args) {
        return new Cli(false, args);
    }

    static Cli runOnTerminal(final String... args) {
        return new Cli(true, args);
    }

    int code() {
        return m_code;
    }

    String out() {
        return m_out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return m_err.toString(StandardCharsets.UTF_8);
    }
}
