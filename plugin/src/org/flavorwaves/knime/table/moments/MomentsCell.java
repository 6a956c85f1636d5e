package org.flavorwaves.knime.table.moments;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.knime.core.data.DataCell;

/**
 * The angular moments at one place.
 *
 * @param key content of the column cell, empty if the table is not divided
 * @param energies energy in MeV of each bin, ascending; one meaningless entry without energies
 * @param bins moments of the four kinds of neutrino in each bin, densities in the unit of the table
 * @param place what the first row has in {@link PlaceColumns}
 */
public record MomentsCell(Optional<DataCell> key, List<Double> energies, List<FlavorMoments> bins,
    List<DataCell> place) {

    /**
     * Copies the lists.
     */
    public MomentsCell {
        energies = List.copyOf(energies);
        bins = List.copyOf(bins);
    }

    /**
     * The beginning of a sentence about this place.
     *
     * @return "KEY: ", or nothing if the table is not divided
     */
    public String prefix() {
        return key.map(k -> k + ": ").orElse("");
    }
}
