package org.flavorwaves.embedded.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import org.flavorwaves.embedded.run.OutputFolder;
import org.flavorwaves.embedded.run.TableFormat;
import org.flavorwaves.embedded.settings.UsageException;
import picocli.CommandLine.Option;

/** What a command writes beside the pages of views. */
final class OutputOptions {
    @Option(names = "--figures", paramLabel = "svg|png", split = ",",
        description = "Writes the figures of views too: view.svg or view.png, or "
            + "view-CELL.svg of each cell; svg,png writes both.")
    private Set<Figures> m_figures = EnumSet.noneOf(Figures.class);

    @Option(names = "--out-format", paramLabel = "csv|parquet", defaultValue = "CSV",
        description = "The format of the tables. Default: csv.")
    private TableFormat m_format;

    /** Opens a folder that takes tables and figures as asked for. */
    OutputFolder folder(final Path folder) throws UsageException, IOException {
        return OutputFolder.open(folder).drawing(Figures.names(m_figures)).tablesAs(m_format);
    }
}
