package org.flavorwaves.embedded.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes files that appear only when they are complete: the content goes to a hidden file beside the target, which
 * takes the place of the target at the end. An unfinished file is deleted, also when the program is interrupted.
 */
public final class AtomicFile {

    /** How the hidden files end. */
    public static final String SUFFIX = ".part";

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

    /**
     * Writes a file or replaces it.
     *
     * @param target the file; its folder exists
     * @param content what goes into it
     * @throws Exception what the content or the file system throws; the target is then untouched
     */
    public void write(Path target, Content content) throws Exception {
        Path part = target.resolveSibling("." + target.getFileName() + SUFFIX);
        m_open.add(part);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                content.write(out);
            }
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
            m_open.remove(part);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException ex) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes the unfinished files; for the end of an interrupted program. */
    public void deleteUnfinished() {
        for (Path part : m_open) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException ignored) {
                continue;
            }
        }
    }
}
