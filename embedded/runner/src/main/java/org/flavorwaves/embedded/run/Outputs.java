package org.flavorwaves.embedded.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.flavorwaves.embedded.catalog.Executed;
import org.flavorwaves.embedded.io.AtomicFile;
import org.knime.core.node.BufferedDataTable;

/** Writes the tables and the view of an executed node into a folder; removes those of an earlier run first. */
public final class Outputs {

    private static final Pattern OURS = Pattern.compile("port_\\d+\\.csv|view\\.html");

    private final AtomicFile m_files;

    /**
     * Creates a writer.
     *
     * @param files writes single files so that only complete ones appear
     */
    public Outputs(AtomicFile files) {
        m_files = files;
    }

    /**
     * Removes what an earlier run wrote, so that it is not taken for the result of this one.
     *
     * @param folder the folder; need not exist
     * @throws IOException if a file cannot be deleted
     */
    public static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (OURS.matcher(file.getFileName().toString()).matches()) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Writes tables as {@code port_1.csv, port_2.csv, ...} and the view as {@code view.html}.
     *
     * @param folder the folder, made if it does not exist
     * @param result what the node produced
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder, Executed result) throws IOException {
        Files.createDirectories(folder);
        List<BufferedDataTable> tables = result.tables();
        for (int p = 0; p < tables.size(); p++) {
            BufferedDataTable table = tables.get(p);
            file(folder.resolve("port_" + (p + 1) + ".csv"), out -> TableCsv.write(table, out));
        }
        Optional<String> view = result.view();
        if (view.isPresent()) {
            file(folder.resolve("view.html"), out -> out.write(view.get().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void file(Path file, AtomicFile.Content content) throws IOException {
        try {
            m_files.write(file, content);
        } catch (IOException | RuntimeException ex) {
            throw ex;
        } catch (Exception ex) {
            throw new IOException(ex.getMessage(), ex);
        }
    }
}
