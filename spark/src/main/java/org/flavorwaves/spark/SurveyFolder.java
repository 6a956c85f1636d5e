package org.flavorwaves.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of the results, on any file system that Spark knows: a folder {@code batch=N} a batch, whose hidden file
 * {@value #INPUTS} lists the files that are in it once it is complete, and the hidden file {@value #SETTINGS}. Batches
 * that a stopped run left incomplete are deleted.
 */
final class SurveyFolder {
    private static final String INPUTS = "_inputs";

    private static final String SETTINGS = "_settings";

    private static final String BATCH = "batch=";

    private final FileSystem m_files;

    private final Path m_folder;

    private final Set<String> m_done = new TreeSet<>();

    private int m_last = -1;

    /** Opens or makes the folder; throws IllegalArgumentException if it holds results of other settings. */
    SurveyFolder(final String folder, final SurveySettings settings, final Configuration configuration)
        throws IOException {
        m_folder = new Path(folder);
        m_files = m_folder.getFileSystem(configuration);
        m_files.mkdirs(m_folder);
        final Path kept = new Path(m_folder, SETTINGS);
        if (!m_files.exists(kept)) {
            if (m_files.listStatus(m_folder).length > 0) {
                throw new IllegalArgumentException("The output " + folder + " holds something else than results; name "
                    + "an empty or a new folder.");
            }
            write(kept, settings.toString());
        } else if (!read(kept).equals(settings.toString())) {
            throw new IllegalArgumentException("The output " + folder + " holds results of other settings, "
                + read(kept) + " in place of " + settings + "; name another folder.");
        }
        for (final FileStatus file : m_files.listStatus(m_folder)) {
            if (file.getPath().getName().startsWith(BATCH)) {
                look(file.getPath());
            }
        }
    }

    private void look(final Path batch) throws IOException {
        m_last = Math.max(m_last, Integer.parseInt(batch.getName().substring(BATCH.length())));
        final Path inputs = new Path(batch, INPUTS);
        if (m_files.exists(inputs)) {
            read(inputs).lines().forEach(m_done::add);
        } else {
            m_files.delete(batch, true);
        }
    }

    /** The Parquet files of an input that are not done yet, by name. */
    List<String> remaining(final String input, final Configuration configuration) throws IOException {
        final Path path = new Path(input);
        final FileSystem files = path.getFileSystem(configuration);
        final List<String> found = new ArrayList<>();
        try {
            for (final FileStatus file : files.listStatus(path)) {
                final String name = file.getPath().getName();
                if (file.isFile() && !name.startsWith("_") && !name.startsWith(".")) {
                    found.add(file.getPath().toString());
                }
            }
        } catch (final FileNotFoundException e) {
            throw new IllegalArgumentException("There is no input " + input + ".", e);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no file in the input " + input + ".");
        }
        return found.stream().filter(file -> !m_done.contains(file)).sorted().collect(Collectors.toList());
    }

    int done() {
        return m_done.size();
    }

    /** The folder of the next batch. */
    String next() {
        m_last++;
        return new Path(m_folder, BATCH + m_last).toString();
    }

    /** Takes down that the current batch is complete. */
    void complete(final List<String> inputs) throws IOException {
        write(new Path(new Path(m_folder, BATCH + m_last), INPUTS), String.join("\n", inputs));
        m_done.addAll(inputs);
    }

    /** Writes a file that appears when it is complete. */
    private void write(final Path file, final String text) throws IOException {
        final Path part = new Path(file.getParent(), file.getName() + ".part");
        try (OutputStream out = m_files.create(part, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (!m_files.rename(part, file)) {
            throw new IOException("The file " + file + " cannot be written.");
        }
    }

    private String read(final Path file) throws IOException {
        try (InputStream in = m_files.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
