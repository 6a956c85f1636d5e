package org.flavorwaves.knime.table;

import org.knime.node.parameters.widget.choices.Label;

/** How weights are read where the table does not say, and how results are reported. */
public enum UnitSystem {
    /** Weights are potentials (hbar = c = 1, sqrt(2) G_F = 1); every result is in their unit. */
    @Label(value = "Natural", description = "Weights are potentials; results are in their unit.")
    NATURAL,
    /** Weights are densities in cm^-3, wave numbers and potentials are in cm^-1, rates in s^-1. */
    @Label(value = "CGS", description = "Weights are densities in cm^-3; wave numbers in cm^-1, rates in s^-1.")
    CGS
}
