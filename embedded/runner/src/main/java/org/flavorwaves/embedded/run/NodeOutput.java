package org.flavorwaves.embedded.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.flavorwaves.embedded.catalog.Executed;
import org.flavorwaves.embedded.catalog.NodeType;
import org.flavorwaves.embedded.catalog.Port;
import org.flavorwaves.embedded.io.AtomicFile;
import org.knime.core.node.ExecutionMonitor;

/**
 * The files of a node: each table is {@code port_K.csv} with its description {@code port_K.csv-metadata.json}, or
 * {@code port_K.parquet}; an image at a port is {@code port_K.png}; the view is {@code view.html} and, if asked for,
 * its drawings are {@code view.svg} or {@code view-CELL.svg}, and likewise as PNG. They appear together.
 */
public final class NodeOutput {

    private final OutputFolder m_owner;

    private final Path m_folder;

    private final AtomicFile m_files;

    NodeOutput(final OutputFolder owner, final Path folder, final AtomicFile files) {
        m_owner = owner;
        m_folder = folder;
        m_files = files;
    }

    private Path table(final int port) {
        return m_folder.resolve("port_" + port + "." + m_owner.format());
    }

    private Path view() {
        return m_folder.resolve("view.html");
    }

    /** The file of a drawing, which has no other name when letters of both are replaced. */
    private Path drawing(final String name, final String format, final Set<Path> taken) {
        final String stem = name.isEmpty() ? "view" : "view-" + OutputFolder.safe(name);
        Path file = m_folder.resolve(stem + '.' + format);
        for (int n = 2; taken.contains(file); n++) {
            file = m_folder.resolve(stem + '_' + n + '.' + format);
        }
        return file;
    }

    /**
     * The files that a node may write whose names are known before.
     *
     * @param type kind of the node
     * @return all tables with their descriptions, and the view
     */
    public List<Path> targets(final NodeType type) {
        final List<Path> targets = new ArrayList<>();
        for (int port = 1; port <= type.outputs().size(); port++) {
            targets.addAll(m_owner.format().files(table(port)));
        }
        targets.add(view());
        m_owner.drawings().forEach(format -> targets.add(drawing("", format, Set.of())));
        return targets;
    }

    /** What columns mean at a port. */
    static Map<String, String> meanings(final Port port, final Map<String, String> inherited) {
        final Map<String, String> meanings = new LinkedHashMap<>(inherited);
        meanings.putAll(port.columns());
        return meanings;
    }

    /** Writes what a node made; where its ports do not say what a column means, it means what it did in the input. */
    void write(final NodeType type, final Executed executed, final Map<String, String> inherited,
        final ExecutionMonitor monitor) throws Exception {
        Files.createDirectories(m_folder);
        try (AtomicFile.Batch batch = m_files.batch()) {
            for (int p = 0; p < executed.tables().size(); p++) {
                final Port port = type.outputs().get(p);
                m_owner.format().add(batch, table(p + 1), new TableFormat.Content(executed.tables().get(p),
                    type.displayName() + ": " + port.name(), meanings(port, inherited)), monitor);
            }
            for (final Map.Entry<Integer, byte[]> image : executed.images().entrySet()) {
                addNew(m_folder.resolve("port_" + image.getKey() + ".png"), image.getValue(), batch);
            }
            if (executed.view().isPresent()) {
                batch.add(view(), out -> out.write(executed.view().get().page().getBytes(StandardCharsets.UTF_8)));
                addDrawings(executed.view().get(), batch);
            }
            monitor.checkCanceled();
            m_owner.own(batch.targets());
            batch.commit();
        }
    }

    private void addDrawings(final Executed.View view, final AtomicFile.Batch batch) throws Exception {
        final Set<Path> taken = new HashSet<>();
        for (final String format : m_owner.drawings()) {
            for (final Map.Entry<String, byte[]> drawing : view.drawings().in(format).entrySet()) {
                final Path file = drawing(drawing.getKey(), format, taken);
                taken.add(file);
                addNew(file, drawing.getValue(), batch);
            }
        }
    }

    /** Adds a file whose name was not known when the folder was looked at. */
    private static void addNew(final Path file, final byte[] bytes, final AtomicFile.Batch batch) throws Exception {
        if (Files.exists(file)) {
            throw new IOException("there is a file '" + file + "' that no earlier run wrote; move it away");
        }
        batch.add(file, out -> out.write(bytes));
    }
}
