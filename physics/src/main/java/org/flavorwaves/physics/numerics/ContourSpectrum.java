package org.flavorwaves.physics.numerics;

import java.util.List;

/**
 * The roots of det M(z) in a box.
 *
 * @param roots the distinct roots found, by descending imaginary part
 * @param count number of roots in the box by the argument principle, with multiplicity; meaningful only if resolved
 * @param resolved whether the boundary integral was accurate enough to count: not if a root or a pole lies on the
 *            boundary, or the evaluations did not suffice
 * @param complete whether the multiplicities of the roots found add up to the count everywhere
 * @param evaluations evaluations of the matrix that were needed
 */
public record ContourSpectrum(List<NonlinearRoot> roots, int count, boolean resolved, boolean complete,
    int evaluations) {
    /** Copies the list. */
    public ContourSpectrum {
        roots = List.copyOf(roots);
    }
}
