package org.flavorwaves.knime.io.moments;

import java.nio.file.Path;
import java.util.List;

/**
 * What a file of moments may need to be told.
 *
 * @param companions files of the same cells and time that have what this one has not, such as the metric
 * @param flat whether space is taken to be flat where densities are per coordinate volume and no file has the metric
 */
public record MomentsHints(List<Path> companions, boolean flat) {
    /** Nothing. */
    public static final MomentsHints NONE = new MomentsHints(List.of(), false);

    /**
     * Copies the list.
     */
    public MomentsHints {
        companions = List.copyOf(companions);
    }
}
