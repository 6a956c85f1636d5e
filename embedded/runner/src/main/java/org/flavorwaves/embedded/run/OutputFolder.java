package org.flavorwaves.embedded.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.flavorwaves.embedded.io.AtomicFile;
import org.flavorwaves.embedded.io.FileFailure;
import org.flavorwaves.embedded.settings.UsageException;

/**
 * A folder that one run at a time writes into. The hidden file {@value #LIST} in it names the files that runs wrote
 * there; any other file is neither replaced nor deleted.
 */
public final class OutputFolder implements AutoCloseable {

    /** Name of the file that lists what is of runs; it is locked while a run goes on. */
    public static final String LIST = ".flavorwaves";

    private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]|\\.+$");

    private final Path m_folder;

    private final FileChannel m_list;

    private final Set<Path> m_own = new LinkedHashSet<>();

    private List<String> m_drawings = List.of();

    private TableFormat m_format = TableFormat.CSV;

    private OutputFolder(final Path folder, final FileChannel list) {
        m_folder = folder;
        m_list = list;
    }

    /**
     * Makes the folder if needed and keeps other runs out of it.
     *
     * @param folder the folder
     * @return the folder; close it after the run
     * @throws UsageException if it is no folder, cannot be made, or another run writes into it
     * @throws IOException if the list cannot be read
     */
    public static OutputFolder open(final Path folder) throws UsageException, IOException {
        if (folder.toString().isEmpty()) {
            throw new UsageException("--out is empty: name a folder, or give --out . for the working folder.");
        }
        final FileChannel list = openList(folder);
        try {
            if (list.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
            final OutputFolder opened = new OutputFolder(folder, list);
            opened.readList();
            return opened;
        } catch (final OverlappingFileLockException ex) {
            list.close();
            throw new UsageException("--out " + folder + ": another run is writing into this folder; wait for its end "
                + "or give another --out.");
        } catch (final IOException ex) {
            list.close();
            throw ex;
        }
    }

    private static FileChannel openList(final Path folder) throws UsageException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            return FileChannel.open(folder.resolve(LIST), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        } catch (final IOException ex) {
            throw new UsageException("--out " + folder + ": nothing can be written there: "
                + FileFailure.reason(ex) + ".");
        }
    }

    private void readList() throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate((int) m_list.size());
        while (bytes.hasRemaining() && m_list.read(bytes) >= 0) {
            continue;
        }
        bytes.flip();
        StandardCharsets.UTF_8.decode(bytes).toString().lines().filter(line -> !line.isBlank())
            .map(line -> m_folder.resolve(line).normalize())
            .filter(file -> file.startsWith(m_folder.normalize())).forEach(m_own::add);
    }

    /**
     * Says that views are to be drawn too.
     *
     * @param formats the formats in which each drawing of a view is written
     * @return this
     */
    public OutputFolder drawing(final List<String> formats) {
        m_drawings = formats;
        return this;
    }

    /**
     * Says in which format tables are written.
     *
     * @param format the format
     * @return this
     */
    public OutputFolder tablesAs(final TableFormat format) {
        m_format = format;
        return this;
    }

    TableFormat format() {
        return m_format;
    }

    /** The formats in which each drawing of a view is written. */
    List<String> drawings() {
        return m_drawings;
    }

    /** A name without what names of files must not have. */
    static String safe(final String name) {
        return UNSAFE.matcher(name).replaceAll("_");
    }

    /**
     * The output of a node.
     *
     * @param id number of the node
     * @param name its name
     * @param files writes the files
     * @return the folder {@code ID-NAME}
     */
    public NodeOutput of(final int id, final String name, final AtomicFile files) {
        return new NodeOutput(this, m_folder.resolve(id + "-" + safe(name)), files);
    }

    /**
     * The output of the only node.
     *
     * @param files writes the files
     * @return this folder
     */
    public NodeOutput of(final AtomicFile files) {
        return new NodeOutput(this, m_folder, files);
    }

    /**
     * Makes sure that a run replaces and deletes nothing but the output of earlier runs.
     *
     * @param targets the files that the run may write
     * @param inputs files that it reads
     * @throws UsageException if a target is there and of no earlier run, or an input would be replaced or deleted
     * @throws IOException if a file cannot be examined
     */
    public void reserve(final Collection<Path> targets, final Collection<Path> inputs)
        throws UsageException, IOException {
        for (final Path target : targets) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !m_own.contains(target.normalize())) {
                throw new UsageException("--out " + m_folder + ": there is a file '" + target + "' that no earlier run "
                    + "wrote, so it is not replaced. Move it away or give another --out.");
            }
            Files.deleteIfExists(AtomicFile.partOf(target));
        }
        final List<Path> lost = new ArrayList<>(targets);
        lost.addAll(m_own);
        for (final Path input : inputs) {
            for (final Path file : lost) {
                if (Files.exists(file) && Files.isSameFile(file, input)) {
                    throw new UsageException("--out " + m_folder + ": the input '" + input
                        + "' would be replaced by the output; give another --out.");
                }
            }
        }
    }

    /**
     * Deletes what earlier runs wrote.
     *
     * @throws IOException if a file cannot be deleted
     */
    public synchronized void clear() throws IOException {
        for (final Path file : m_own) {
            Files.deleteIfExists(file);
        }
        for (final Path file : m_own) {
            deleteIfEmpty(file.getParent());
        }
        m_own.clear();
        m_list.truncate(0);
    }

    private void deleteIfEmpty(final Path folder) throws IOException {
        if (!folder.normalize().equals(m_folder.normalize()) && Files.isDirectory(folder)) {
            try {
                Files.delete(folder);
            } catch (final DirectoryNotEmptyException ignored) {
                return;
            }
        }
    }

    /** Takes down that files are of this run, before they appear. */
    synchronized void own(final List<Path> files) throws IOException {
        final StringBuilder lines = new StringBuilder();
        for (final Path file : files) {
            if (m_own.add(file.normalize())) {
                lines.append(m_folder.relativize(file).toString().replace('\\', '/')).append('\n');
            }
        }
        m_list.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)), m_list.size());
        m_list.force(false);
    }

    /** Lets other runs in. */
    @Override
    public void close() throws IOException {
        m_list.close();
    }
}
