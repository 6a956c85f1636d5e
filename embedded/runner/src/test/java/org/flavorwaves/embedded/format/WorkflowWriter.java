package org.flavorwaves.embedded.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;

import org.knime.core.node.NodeSettings;

/** Writes a workflow directory in KNIME's format: the files, entries and order of KNIME 5.9. */
public final class WorkflowWriter {

    private static final DateTimeFormatter META = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z");

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX");

    private static final DateTimeFormatter SENTENCE =
        DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.ENGLISH);

    private static final String NO_CONFIGURATION = "{\n}";

    private WorkflowWriter() {
    }

    /**
     * Writes a workflow. Files of the directory that do not belong to what is written here, such as its data area,
     * stay.
     *
     * @param workflow the workflow
     * @param directory where to; it is made if missing
     * @param when the time to record as last modification
     * @param user the name to record as the last author
     * @throws IOException if writing fails
     */
    public static void write(final Workflow workflow, final Path directory, final Instant when, final String user)
        throws IOException {
        Files.createDirectories(directory.resolve(".artifacts"));
        writeTree(workflow.document(), directory.resolve(WorkflowReader.WORKFLOW_FILE));
        for (final SavedNode node : workflow.nodes()) {
            if (node.kind() != SavedNode.Kind.NativeNode) {
                throw new IOException("Metanodes and components cannot be saved: " + node.label());
            }
            final Path file = directory.resolve(node.settingsFile());
            Files.createDirectories(file.getParent());
            writeTree(node.settings(), file);
        }
        writeText(directory.resolve(WorkflowReader.METADATA_FILE), workflow.metadata().replaceFirst(
            "<last-modified>[^<]*</last-modified>",
            Matcher.quoteReplacement("<last-modified>" + format(ISO, when) + "</last-modified>")));
        writeText(directory.resolve("workflowset.meta"), metaInfo(when));
        writeText(directory.resolve(".savedWithData"), savedWithData(when, user));
        writeText(directory.resolve(".artifacts/workflow-configuration.json"), NO_CONFIGURATION);
        writeText(directory.resolve(".artifacts/workflow-configuration-representation.json"), NO_CONFIGURATION);
    }

    static String format(final DateTimeFormatter format, final Instant when) {
        return format.withZone(ZoneOffset.UTC).format(when);
    }

    /**
     * A time as {@code authored-when} records it.
     *
     * @param when the time
     * @return the text, in UTC
     */
    public static String authored(final Instant when) {
        return format(META, when);
    }

    private static String metaInfo(final Instant when) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<!--This file is auto-generated and is overwritten each time the workflow is saved.\n"
            + "    The metadata have moved to the `" + WorkflowReader.METADATA_FILE + "` file.-->\n"
            + "<KNIMEMetaInfo nrOfElements=\"2\" xmlns=\"http://www.knime.org/2.9/metainfo\">\n"
            + "    <element form=\"multiline\" name=\"Comments\" read-only=\"false\"/>\n"
            + "    <element form=\"text\" name=\"Last Edited\" read-only=\"true\">" + format(META, when)
            + "</element>\n"
            + "</KNIMEMetaInfo>";
    }

    private static String savedWithData(final Instant when, final String user) {
        final DateTimeFormatter utc = SENTENCE.withZone(ZoneId.of("UTC"));
        return "Do not delete this file!\n"
            + "This file serves to indicate that the workflow was written as part of the usual save routine "
            + "(not exported).\n\n"
            + "Workflow was last saved by user " + user + " on " + utc.format(when);
    }

    private static void writeTree(final NodeSettings tree, final Path file) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tree.saveToXML(bytes);
        Files.write(file, bytes.toByteArray());
    }

    private static void writeText(final Path file, final String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
