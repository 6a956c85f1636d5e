package org.flavorwaves.knime.io.moments;

/** Takes the moments of a cell. */
@FunctionalInterface
public interface MomentsSink {
    /**
     * Takes one kind of neutrino of one cell.
     *
     * @param cell name of the cell; empty if the file is not divided into cells
     * @param species label of the kind
     * @param energy in MeV; without meaning if the file has no energies
     * @param moments n, fx, fy, fz
     * @param extras the numbers that the header names; NaN where the file has none
     */
    void row(String cell, String species, double energy, double[] moments, double[] extras);
}
