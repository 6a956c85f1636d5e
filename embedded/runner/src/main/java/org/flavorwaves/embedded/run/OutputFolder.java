package org.flavorwaves.embedded.run;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.flavorwaves.embedded.io.AtomicFile;

/**
 * Where the tables of a workflow go: {@code NODE_ID-name/port_K.csv} and {@code NODE_ID-name/view.html}. Only complete
 * files appear, and what an earlier run left is taken away first, so that every file there is of this run.
 */
public final class OutputFolder {

    private static final Pattern NODE_FOLDER = Pattern.compile("\\d+-.+");

    private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]|\\.+$");

    private final Path m_folder;

    private final AtomicFile m_files;

    /**
     * A folder for output.
     *
     * @param folder the folder; it is made when needed
     * @param files writes the files
     */
    public OutputFolder(Path folder, AtomicFile files) {
        m_folder = folder;
        m_files = files;
    }

    /**
     * Makes the folder and deletes tables and views that an earlier run wrote there. Other files stay.
     *
     * @throws IOException if the folder cannot be made or a file not deleted
     */
    public void clear() throws IOException {
        Files.createDirectories(m_folder);
        for (Path folder : NodeOutput.children(m_folder)) {
            if (Files.isDirectory(folder) && NODE_FOLDER.matcher(folder.getFileName().toString()).matches()
                && new NodeOutput(folder, m_files).clear()) {
                deleteIfEmpty(folder);
            }
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException ignored) {
            return;
        }
    }

    /** The output of a node. */
    NodeOutput of(int id, String name) {
        return new NodeOutput(m_folder.resolve(id + "-" + UNSAFE.matcher(name).replaceAll("_")), m_files);
    }
}
