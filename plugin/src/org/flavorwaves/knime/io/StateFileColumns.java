package org.flavorwaves.knime.io;

import java.util.List;
import java.util.Optional;

/**
 * Which optional columns a file of states has.
 *
 * @param cells whether it is divided into cells
 * @param energies whether each mode has an energy
 * @param rings whether the modes are axisymmetric rings
 * @param omega whether vacuum frequencies are given
 * @param depolarization whether depolarization rates are given
 * @param absorption whether absorption and its source are given
 * @param unit the unit of the weights, if the file or its format says it
 * @param extras names of the numbers that every cell has beside its modes, such as x and rho
 */
public record StateFileColumns(boolean cells, boolean energies, boolean rings, boolean omega, boolean depolarization,
    boolean absorption, Optional<DensityUnit> unit, List<String> extras) {

    /**
     * Copies the list.
     */
    public StateFileColumns {
        extras = List.copyOf(extras);
    }

    /**
     * Columns of a file whose cells have modes only.
     *
     * @param cells whether it is divided into cells
     * @param energies whether each mode has an energy
     * @param rings whether the modes are axisymmetric rings
     * @param omega whether vacuum frequencies are given
     * @param depolarization whether depolarization rates are given
     * @param absorption whether absorption and its source are given
     * @param unit the unit of the weights, if the file or its format says it
     */
    public StateFileColumns(final boolean cells, final boolean energies, final boolean rings, final boolean omega,
        final boolean depolarization, final boolean absorption, final Optional<DensityUnit> unit) {
        this(cells, energies, rings, omega, depolarization, absorption, unit, List.of());
    }
}
