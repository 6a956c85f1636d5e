package org.flavorwaves.embedded.command;

import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code flavorwaves}. */
@Command(name = "flavorwaves", description = "Runs saved KNIME workflows and single Flavor Waves nodes without KNIME.",
    mixinStandardHelpOptions = true, version = "Flavor Waves for KNIME 0.1.0", sortOptions = false,
    subcommands = {RunCommand.class, NodeCommand.class, NodesCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:everything was executed", "2:an argument is wrong", "3:the workflow cannot be loaded",
        "4:not everything was executed"})
public final class FlavorWaves implements Runnable {

    /** Everything was executed. */
    static final int OK = 0;

    /** An argument is wrong. */
    static final int USAGE = 2;

    /** The workflow cannot be loaded. */
    static final int NOT_LOADED = 3;

    /** Not everything was executed. */
    static final int NOT_EXECUTED = 4;

    @Spec
    private CommandSpec m_spec;

    @Override
    public void run() {
        throw new ParameterException(m_spec.commandLine(), "Name a command: run, node or nodes.");
    }

    /**
     * Runs the command and ends the program with its exit code.
     *
     * @param arguments the arguments
     */
    public static void main(String[] arguments) {
        System.exit(execute(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs the command.
     *
     * @param out for results
     * @param err for errors
     * @param arguments the arguments
     * @return the exit code
     */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new FlavorWaves());
        line.setOut(out);
        line.setErr(err);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((ex, command, result) -> {
            command.getErr().println("flavorwaves: " + (ex.getMessage() == null ? ex.toString() : ex.getMessage()));
            return NOT_EXECUTED;
        });
        line.setParameterExceptionHandler((ex, given) -> {
            PrintWriter errors = ex.getCommandLine().getErr();
            errors.println("flavorwaves: " + ex.getMessage());
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(ex, errors)) {
                errors.println("Try 'flavorwaves " + (ex.getCommandLine().getParent() == null ? ""
                    : ex.getCommandLine().getCommandName() + " ") + "--help'.");
            }
            return USAGE;
        });
        return line.execute(arguments);
    }
}
