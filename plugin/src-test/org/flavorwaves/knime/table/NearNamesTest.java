package org.flavorwaves.knime.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearNamesTest {
    @ParameterizedTest
    @CsvSource({"Cell, cell", "CELL, cell", "' cell', cell", "cells, cell", "cel, cell", "clel, cell", "cell_, cell",
        "cell id, cell", "e, E", "E [MeV], E", "E_MeV, E", "energy, E", "Omega, omega", "omgea, omega", "omeg, omega",
        "d, D", "depolarization, D", "Kappa, kappa", "P0 source, P0_source", "Weight, weight", "PZ, Pz", "Vx, vx"})
    void almostTheNameIsFound(final String name, final String meant) {
        assertThat(NearNames.of(List.of("rho", name), StateColumns.READ))
            .containsExactly("Column '" + name + "' is not read, as its name is not '" + meant
                + "'; rename it if it is meant.");
    }

    /** Columns of other nodes and of users, which pass through. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "y", "z", "t", "rho", "Ye", "T", "mode", "point", "epsilon", "Hx", "omega_re", "k",
        "band", "lambda", "result", "shell", "weight_sum", "f_e"})
    void otherNamesAreNot(final String name) {
        assertThat(NearNames.of(List.of(name), StateColumns.READ)).isEmpty();
    }

    @Test
    void aNameThatIsThereIsNotMissed() {
        assertThat(NearNames.of(List.of("Cell"), List.of("E"))).isEmpty();
    }
}
