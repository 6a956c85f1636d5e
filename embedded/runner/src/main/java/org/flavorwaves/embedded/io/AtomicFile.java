package org.flavorwaves.embedded.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes files that appear only when they are complete: the content goes to a hidden file beside the target, which
 * takes the place of the target at the end. An unfinished file is deleted, also when the program is interrupted.
 */
public final class AtomicFile {

    private static final String SUFFIX = ".part";

    private final Set<Path> m_open = ConcurrentHashMap.newKeySet();

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the content.
         *
         * @param out where to
         * @throws Exception whatever keeps the file from becoming complete
         */
        void write(OutputStream out) throws Exception;
    }

    /** Files that appear together, when the last of them is complete. */
    public final class Batch implements AutoCloseable {

        private final Map<Path, Path> m_parts = new LinkedHashMap<>();

        private Batch() {
        }

        /**
         * Writes a file that does not appear yet.
         *
         * @param target the file; its folder exists
         * @param content what goes into it
         * @throws Exception what the content or the file system throws
         */
        public void add(final Path target, final Content content) throws Exception {
            final Path part = partOf(target);
            m_open.add(part);
            m_parts.put(part, target);
            Files.deleteIfExists(part);
            try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW), 1 << 16)) {
                content.write(out);
            }
        }

        /**
         * The files so far.
         *
         * @return the targets
         */
        public List<Path> targets() {
            return new ArrayList<>(m_parts.values());
        }

        /**
         * Lets the files appear; those that were there are replaced.
         *
         * @throws IOException if a file cannot be moved
         */
        public void commit() throws IOException {
            for (final Map.Entry<Path, Path> part : m_parts.entrySet()) {
                move(part.getKey(), part.getValue());
            }
        }

        /** Deletes what has not appeared. */
        @Override
        public void close() throws IOException {
            for (final Path part : m_parts.keySet()) {
                Files.deleteIfExists(part);
                m_open.remove(part);
            }
        }
    }

    /**
     * Where the content of a file is while it is written.
     *
     * @param target the file
     * @return a hidden file beside it
     */
    public static Path partOf(final Path target) {
        return target.resolveSibling("." + target.getFileName() + SUFFIX);
    }

    /**
     * Starts to write files that appear together.
     *
     * @return no files yet
     */
    public Batch batch() {
        return new Batch();
    }

    /**
     * Writes a file or replaces it; a symbolic link stays, and the file that it leads to is replaced.
     *
     * @param target the file; its folder exists
     * @param content what goes into it
     * @throws Exception what the content or the file system throws; the target is then untouched
     */
    public void write(final Path target, final Content content) throws Exception {
        try (Batch batch = batch()) {
            batch.add(Files.exists(target) ? target.toRealPath() : target, content);
            batch.commit();
        }
    }

    private static void move(final Path part, final Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (final AtomicMoveNotSupportedException ex) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes the unfinished files; for the end of an interrupted program. */
    public void deleteUnfinished() {
        for (final Path part : m_open) {
            try {
                Files.deleteIfExists(part);
            } catch (final IOException ignored) {
                continue;
            }
        }
    }
}
