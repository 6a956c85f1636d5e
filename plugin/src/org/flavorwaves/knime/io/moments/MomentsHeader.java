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
 */
public record MomentsHeader(MomentsFormat format, boolean cells, boolean energies, List<String> extras,
    Optional<DensityUnit> unit) {

    /**
     * Copies the list.
     */
    public MomentsHeader {
        extras = List.copyOf(extras);
    }
}
