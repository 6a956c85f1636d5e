package org.flavorwaves.knime.io;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.flavorwaves.knime.table.Messages;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;

/**
 * Finds the file that a parameter names: an absolute path, a path relative to the workflow directory,
 * knime://knime.workflow/PATH (the same), or a file: URL.
 */
public final class FilePath {
    private static final String KNIME = "knime:";

    private static final String WORKFLOW_HOST = "knime.workflow";

    private static final String FILE = "file:";

    private static final String[] RESOLUTIONS = {
        "Give an absolute path, or a path relative to the workflow directory such as data/state.csv.",
        "Read plain tables with one of KNIME's readers and connect it to the node Table to Distribution."};

    private FilePath() {
    }

    /**
     * Finds a file that exists. To be called on the thread that configures or executes the node.
     *
     * @param path what the parameter "path" says
     * @return the file
     * @throws InvalidSettingsException if the text is empty or no path, a relative path has no workflow to start from,
     *             or there is no readable file; names it
     */
    public static Path existing(final String path) throws InvalidSettingsException {
        final Path file = of(path.strip());
        if (Files.isDirectory(file)) {
            throw Messages.settings("path names " + file + ", which is a folder and not a file.");
        }
        if (!Files.exists(file)) {
            throw Messages.settings("There is no file " + file + ".", RESOLUTIONS);
        }
        if (!Files.isReadable(file)) {
            throw Messages.settings("The file " + file + " cannot be read; its access rights forbid it.");
        }
        return file;
    }

    /**
     * Finds a file that is to be written. To be called on the thread that configures or executes the node.
     *
     * @param path what the parameter "path" says
     * @param overwrite whether the file may exist
     * @return the file
     * @throws InvalidSettingsException if the text is empty or no path, a relative path has no workflow to start from,
     *             there is no such folder, or there is such a file that must not be overwritten; names it
     */
    public static Path toWrite(final String path, final boolean overwrite) throws InvalidSettingsException {
        final Path file = of(path.strip());
        if (Files.isDirectory(file)) {
            throw Messages.settings("path names " + file + ", which is a folder and not a file.");
        }
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw Messages.settings("There is no folder " + file.getParent() + " for the file " + file.getFileName()
                + ".", "Make the folder, or write somewhere else.");
        }
        if (Files.exists(file) && !overwrite) {
            throw Messages.settings("The file " + file + " exists.",
                "Give another name, or let it be overwritten (overwrite).");
        }
        return file;
    }

    private static Path of(final String path) throws InvalidSettingsException {
        if (path.isEmpty()) {
            throw Messages.settings("path is empty; it must name a file.", RESOLUTIONS);
        }
        try {
            if (path.startsWith(KNIME)) {
                return inWorkflow(path, workflowPath(path));
            }
            if (path.startsWith(FILE)) {
                return Path.of(new URI(path));
            }
            final Path file = Path.of(path);
            return file.isAbsolute() ? file.normalize() : inWorkflow(path, path);
        } catch (final URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw Messages.settings("path is '" + path + "', which is no path: " + e.getMessage() + ".", RESOLUTIONS);
        }
    }

    private static String workflowPath(final String url) throws URISyntaxException, InvalidSettingsException {
        final URI uri = new URI(url);
        final String within = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/+", "");
        if (!WORKFLOW_HOST.equals(uri.getHost()) || within.isEmpty()) {
            throw Messages.settings("path is '" + url + "'; of KNIME's URLs only knime://knime.workflow/PATH can be "
                + "read.", RESOLUTIONS);
        }
        return within;
    }

    private static Path inWorkflow(final String path, final String relative) throws InvalidSettingsException {
        final Path workflow = NodeContext.getContextOptional()
            .flatMap(context -> context.getContextObjectForClass(WorkflowContextV2.class))
            .map(context -> context.getExecutorInfo().getLocalWorkflowPath())
            .orElseThrow(() -> Messages.settings("path is '" + path + "', which is relative to the workflow, but the "
                + "workflow has no directory.", "Give an absolute path."));
        return workflow.resolve(relative).normalize();
    }
}
