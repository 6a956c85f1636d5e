package org.flavorwaves.knime.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where a state table of three flavors has its density matrices and vacuum frequencies.
 *
 * @param rho indices of the columns {@link StateColumns#RHO}
 * @param omega21 index of omega21, -1 if the table has no vacuum frequencies
 * @param omega31 index of omega31, likewise
 */
public record DensityMatrixColumns(List<Integer> rho, int omega21, int omega31) {

    /** Names of the occupations of a source, as texts of ports have them. */
    public static final String SOURCES = String.join(", ", StateColumns.RHO_SOURCE.subList(0, 3));

    /** Names of the coherences of a source, likewise. */
    public static final String SOURCE_COHERENCES =
        String.join(", ", StateColumns.RHO_SOURCE.subList(3, StateColumns.RHO_SOURCE.size()));

    /**
     * Tells whether a table is one of three flavors.
     *
     * @param spec a table
     * @return whether a column of a density matrix stands in the place of P0
     */
    public static boolean in(final DataTableSpec spec) {
        return StateColumns.RHO.stream().anyMatch(spec::containsName) && !spec.containsName(StateColumns.P0);
    }

    /**
     * Finds the columns.
     *
     * @param spec a table
     * @return where they are; empty if the table is not one of three flavors
     * @throws InvalidSettingsException if the density matrices are complete and P0 is there too, a column of them is
     *             missing, or columns stand beside them that mean nothing with three flavors
     */
    public static Optional<DensityMatrixColumns> of(final DataTableSpec spec) throws InvalidSettingsException {
        if (spec.containsName(StateColumns.P0) && StateColumns.RHO.stream().allMatch(spec::containsName)) {
            throw Messages.settings("The table has the column 'P0' of two flavors and the columns "
                + String.join(", ", StateColumns.RHO) + " of three, so it is not clear which state is meant.",
                "Remove or rename P0, Px, Py, Pz for three flavors, or the rho columns for two.");
        }
        if (!in(spec)) {
            return Optional.empty();
        }
        refuse(spec, StateColumns.OMEGA, "The vacuum frequencies of three flavors are '" + StateColumns.OMEGA21
            + "' and '" + StateColumns.OMEGA31 + "'");
        final List<Integer> rho = new ArrayList<>();
        for (final String name : StateColumns.RHO) {
            rho.add(TableColumns.number(spec, name));
        }
        final boolean frequencies =
            spec.containsName(StateColumns.OMEGA21) || spec.containsName(StateColumns.OMEGA31);
        return Optional.of(new DensityMatrixColumns(List.copyOf(rho),
            frequencies ? TableColumns.number(spec, StateColumns.OMEGA21) : -1,
            frequencies ? TableColumns.number(spec, StateColumns.OMEGA31) : -1));
    }

    private static void refuse(final DataTableSpec spec, final String name, final String why)
        throws InvalidSettingsException {
        if (spec.containsName(name)) {
            throw Messages.settings("Column '" + name + "' stands in a state table of three flavors. " + why + ".",
                "Remove or rename the column '" + name + "'.");
        }
    }
}
