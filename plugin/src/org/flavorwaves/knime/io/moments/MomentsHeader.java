package org.flavorwaves.knime.io.moments;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.io.DensityUnit;

/**
 * What a file of moments holds.
 *
 * @param format what it is
 * @param cells whether it is divided into cells
 * @param energies whether it has energies
 * @param extras names of the numbers that every cell has beside its moments, such as x and rho
 * @param unit the unit of the densities, if the format says it
 * @param species what the kinds of neutrinos mean, the end of a sentence
 */
public record MomentsHeader(MomentsFormat format, boolean cells, boolean energies, List<String> extras,
    Optional<DensityUnit> unit, String species) {

    /**
     * A file whose kinds mean what its format says.
     *
     * @param format what it is
     * @param cells whether it is divided into cells
     * @param energies whether it has energies
     * @param extras names of the numbers that every cell has beside its moments
     * @param unit the unit of the densities, if the format says it
     */
    public MomentsHeader(final MomentsFormat format, final boolean cells, final boolean energies,
        final List<String> extras, final Optional<DensityUnit> unit) {
        this(format, cells, energies, extras, unit, format.species());
    }

    /**
     * Copies the list.
     */
    public MomentsHeader {
        extras = List.copyOf(extras);
    }
}
