package org.flavorwaves.embedded.format;

import java.util.Optional;
import java.util.Set;

import org.knime.core.node.NodeSettings;

/**
 * The version of KNIME that saved a workflow: {@code major.minor.revision} and a qualifier, compared in this order, the
 * qualifiers as texts.
 *
 * @param major first number
 * @param minor second number
 * @param revision third number
 * @param qualifier the rest, empty if there is none
 */
public record CreatedBy(int major, int minor, int revision, String qualifier) implements Comparable<CreatedBy> {

    /** The version that the nodes and the runner stand for: the last moment of the day on which 5.9.0 was built. */
    public static final String RUNNING = "5.9.0.v202512102359";

    /** Older than every build of 5.9.0, so that each of them opens what carries it. */
    public static final String OLDEST = "5.9.0.v202501010000";

    private static final Set<String> FORMATS = Set.of("0.9.0", "1.0", "2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0",
        "2.5.0", "2.6.0", "2.8.0", "2.10.0", "3.1.0", "3.7.0", "3.8.0", "4.1.0", "5.1.0");

    private static final int NUMBERS = 3;

    /**
     * Reads a version as KNIME does.
     *
     * @param text the version; absent numbers are 0
     * @return the version, empty if the text is none
     */
    public static Optional<CreatedBy> parse(final String text) {
        final String[] parts = text.split("\\.", NUMBERS);
        final String rest = parts.length < NUMBERS ? "0" : parts[2];
        int digits = 0;
        while (digits < rest.length() && Character.isDigit(rest.charAt(digits))) {
            digits++;
        }
        try {
            return Optional.of(new CreatedBy(Integer.parseInt(parts[0]),
                parts.length < 2 ? 0 : Integer.parseInt(parts[1]), Integer.parseInt(rest.substring(0, digits)),
                rest.substring(digits)));
        } catch (final NumberFormatException ex) {
            return Optional.empty();
        }
    }

    /**
     * Refuses what KNIME's batch application refuses: a workflow of a newer KNIME, of a newer format or of a nightly
     * build.
     *
     * @param document the content of {@code workflow.knime}
     * @throws WorkflowFormatException if the workflow is refused; the message names both versions
     */
    public static void check(final NodeSettings document) throws WorkflowFormatException {
        final String saved = document.getString("created_by", null);
        final String format = document.getString("version", "0.9.0");
        final boolean known = FORMATS.contains(format) || format.matches("1\\.[01234]\\.[0-9].*");
        final boolean newer = saved != null
            && parse(saved).filter(v -> v.compareTo(parse(RUNNING).orElseThrow()) > 0).isPresent();
        if (newer || !known) {
            throw refused("a future version of KNIME (" + saved + ")");
        }
        if (document.getBoolean("created_by_nightly", false)) {
            throw refused("a nightly build of KNIME (version " + saved + ")");
        }
    }

    private static WorkflowFormatException refused(final String by) {
        return new WorkflowFormatException("Unsupported workflow version: Unable to load workflow, it was created with "
            + by + ". You are running " + RUNNING + ".");
    }

    @Override
    public int compareTo(final CreatedBy other) {
        int difference = Integer.compare(major, other.major);
        difference = difference == 0 ? Integer.compare(minor, other.minor) : difference;
        difference = difference == 0 ? Integer.compare(revision, other.revision) : difference;
        return difference == 0 ? qualifier.compareTo(other.qualifier) : difference;
    }
}
