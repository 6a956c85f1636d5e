package org.flavorwaves.embedded.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.flavorwaves.embedded.io.AtomicFile;
import org.flavorwaves.embedded.io.TableCsv;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;

/** The folder of a node's tables {@code port_K.csv} and of its view {@code view.html}. */
public final class NodeOutput {

    private static final Pattern OUTPUT =
        Pattern.compile("port_\\d+\\.csv|view\\.html|\\.(port_\\d+\\.csv|view\\.html)\\" + AtomicFile.SUFFIX);

    private final Path m_folder;

    private final AtomicFile m_files;

    /**
     * A folder for the output of a node.
     *
     * @param folder the folder; it is made when needed
     * @param files writes the files
     */
    public NodeOutput(Path folder, AtomicFile files) {
        m_folder = folder;
        m_files = files;
    }

    /**
     * Deletes tables and views that an earlier run wrote there. Other files stay.
     *
     * @return whether there were any
     * @throws IOException if a file cannot be deleted
     */
    public boolean clear() throws IOException {
        boolean found = false;
        for (Path file : children(m_folder)) {
            if (OUTPUT.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file)) {
                Files.delete(file);
                found = true;
            }
        }
        return found;
    }

    static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.collect(Collectors.toList());
        }
    }

    /** Writes a table; ports count from 1. */
    void writeTable(int port, BufferedDataTable table, ExecutionMonitor monitor) throws Exception {
        Files.createDirectories(m_folder);
        m_files.write(m_folder.resolve("port_" + port + ".csv"), out -> TableCsv.write(table, out, monitor));
    }

    /** Writes the page of a view. */
    void writeView(String html) throws Exception {
        Files.createDirectories(m_folder);
        m_files.write(m_folder.resolve("view.html"), out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
    }
}
