package org.flavorwaves.embedded.command;
import picocli.CommandLine.Option;

/** The option that shows how a command is used. */
final class HelpOption {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean m_help;
}
