package org.flavorwaves.knime.io.moments;

import java.nio.file.Path;
import java.util.List;

/**
 * What a file of moments may need to be told.
 *
 * @param companions files of the same cells and time that have what this one has not, such as the metric
 * @param flat whether space is taken to be flat where densities are per coordinate volume and no file has the metric
 * @param densityUnit what nuX counts densities in, in cm^-3; 0 if it is not known
 * @param separate whether mu and tau of files of three flavors are kinds of their own
 */
public record MomentsHints(List<Path> companions, boolean flat, double densityUnit, boolean separate) {
    /** Nothing. */
    public static final MomentsHints NONE = new MomentsHints(List.of(), false);

    /**
     * Copies the list.
     */
    public MomentsHints {
        companions = List.copyOf(companions);
    }

    /**
     * Hints of formats that say their unit.
     *
     * @param companions files of the same cells and time
     * @param flat whether space is taken to be flat
     */
    public MomentsHints(final List<Path> companions, final boolean flat) {
        this(companions, flat, 0, false);
    }
}
