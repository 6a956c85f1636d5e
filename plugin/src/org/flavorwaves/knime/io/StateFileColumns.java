package org.flavorwaves.knime.io;

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
 */
public record StateFileColumns(boolean cells, boolean energies, boolean rings, boolean omega, boolean depolarization,
    boolean absorption, Optional<DensityUnit> unit) {
}
