package org.flavorwaves.embedded.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.flavorwaves.embedded.base.BaseNodeType;
import org.flavorwaves.embedded.catalog.NodeCatalog;
import org.flavorwaves.embedded.io.FileFailure;
import org.flavorwaves.embedded.run.ProgramFailure;
import org.flavorwaves.embedded.settings.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code flavorwaves}. */
@Command(name = "flavorwaves", sortOptions = false,
    description = {"Runs saved KNIME workflows and single Flavor Waves nodes where no KNIME is installed.", ""},
    footer = {"", "Help on a command: flavorwaves COMMAND --help"})
public final class FlavorWaves {

    @Mixin
    private HelpOption m_help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Shows the version.")
    private boolean m_version;

    private FlavorWaves() {
    }

    /**
     * Runs the command and ends the program.
     *
     * @param args the arguments
     */
    public static void main(final String[] args) {
        final Terminal terminal = Terminal.system();
        Thread.setDefaultUncaughtExceptionHandler(
            (thread, error) -> terminal.err("Failed in " + thread.getName() + ": " + ProgramFailure.sentence(error)));
        System.exit(run(terminal, FlavorWaves::catalog, args));
    }

    /**
     * Runs the command.
     *
     * @param out for results
     * @param err for errors
     * @param args the arguments
     * @return the exit code
     */
    public static int execute(final PrintStream out, final PrintStream err, final String... args) {
        return run(new Terminal(out, err, false), FlavorWaves::catalog, args);
    }

    private static String sentence(final Exception ex) {
        if (ex instanceof InvalidPathException path) {
            return FileFailure.sentence(path);
        }
        return ex instanceof IOException io ? FileFailure.reason(io) : ProgramFailure.sentence(ex);
    }

    private static NodeCatalog catalog() throws IOException {
        return NodeCatalog.find(FlavorWaves.class.getClassLoader(), List.of(BaseNodeType.values()));
    }

    /** Runs the command and returns its exit code. */
    static int run(final Terminal terminal, final CatalogSource catalog, final String... args) {
        final CommandLine line = new CommandLine(new FlavorWaves());
        line.addSubcommand(new RunCommand(terminal, catalog));
        line.addSubcommand(new NodeCommand(terminal, catalog));
        line.addSubcommand(new NodesCommand(terminal, catalog));
        line.getCommandSpec().versionProvider(() -> new String[] {"flavorwaves " + version()});
        line.setOut(new PrintWriter(new TerminalWriter(terminal::out), true));
        line.setErr(new PrintWriter(new TerminalWriter(terminal::err), true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Path.class, FlavorWaves::path);
        line.setUnmatchedOptionsAllowedAsOptionParameters(false);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler((ex, a) -> {
            terminal.err(explain(ex));
            return ExitCodes.USAGE;
        });
        line.setExecutionExceptionHandler((ex, c, r) -> {
            terminal.err("Failed: " + sentence(ex));
            return ExitCodes.NOT_EXECUTED;
        });
        if (args.length == 0) {
            terminal.err(line.getUsageMessage().stripTrailing());
            return ExitCodes.USAGE;
        }
        try {
            return line.execute(args);
        } catch (final Error error) {
            terminal.err("Failed: " + ProgramFailure.sentence(error));
            return ExitCodes.NOT_EXECUTED;
        }
    }

    private static Path path(final String text) {
        try {
            return Path.of(text);
        } catch (final InvalidPathException ex) {
            throw new TypeConversionException(FileFailure.sentence(ex));
        }
    }

    private static String version() {
        final String version = FlavorWaves.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static String explain(final ParameterException ex) {
        final CommandLine command = ex.getCommandLine();
        final String help = " See: " + command.getCommandSpec().qualifiedName() + " --help";
        if (ex instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            final String unknown = unmatched.getUnmatched().get(0);
            if (unknown.startsWith("-")) {
                final String name = unknown.replaceFirst("=.*", "");
                return "There is no option '" + name + "'."
                    + Nearest.question(name, command.getCommandSpec().optionsMap().keySet()) + help;
            }
            if (!command.getSubcommands().isEmpty()) {
                return "There is no command '" + unknown + "'."
                    + Nearest.question(unknown, command.getSubcommands().keySet()) + help;
            }
            return "'" + unknown + "' is one argument too many." + help;
        }
        return ex.getMessage() + (ex.getMessage().endsWith(".") ? "" : ".") + help;
    }
}
