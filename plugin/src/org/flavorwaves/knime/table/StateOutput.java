package org.flavorwaves.knime.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ObjIntConsumer;
import java.util.stream.DoubleStream;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes states that were made by a node as a new state table. */
public final class StateOutput {
    private static final int REPORT_EVERY = 4096;

    private final Columns m_columns;

    private final ResultTable m_table;

    private double m_largestWeight;

    /**
     * Which of the optional columns a state table has.
     *
     * @param cell the cell column, empty if there is none
     * @param energy whether there is the column E
     * @param rings whether velocities are written as mu, otherwise as vx, vy, vz
     * @param omega whether there is the column omega
     * @param depolarization whether there is the column D
     * @param absorption whether there are the columns of absorption and its source
     * @param weights the unit declared on the column weight
     * @param threeFlavors whether there are density matrices of three flavors in the place of P0, Px, Py, Pz
     * @param place columns that ride along, at the end
     */
    public record Columns(Optional<DataColumnSpec> cell, boolean energy, boolean rings, boolean omega,
        boolean depolarization, boolean absorption, WeightUnit weights, boolean threeFlavors,
        List<DataColumnSpec> place) {

        /**
         * The columns of a state table of two flavors without columns that ride along.
         *
         * @param cell the cell column, empty if there is none
         * @param energy whether there is the column E
         * @param rings whether velocities are written as mu, otherwise as vx, vy, vz
         * @param omega whether there is the column omega
         * @param depolarization whether there is the column D
         * @param absorption whether there are the columns of absorption and its source
         * @param weights the unit declared on the column weight
         */
        public Columns(final Optional<DataColumnSpec> cell, final boolean energy, final boolean rings,
            final boolean omega, final boolean depolarization, final boolean absorption, final WeightUnit weights) {
            this(cell, energy, rings, omega, depolarization, absorption, weights, false, List.of());
        }

        /**
         * The state table with these columns.
         *
         * @return [cell] species [E] (mu | vx vy vz) weight P0 Px Py Pz [omega] [D] [kappa P0_source Px_source
         *         Py_source Pz_source], with three flavors rho_ee .. rho_mt_im [omega21 omega31] for P0 .. omega and
         *         rho_ee_source .. rho_mt_im_source for P0_source .. Pz_source; [place]
         */
        public DataTableSpec spec() {
            final List<DataColumnSpec> columns = new ArrayList<>(cell.stream().toList());
            final String frequency = threeFlavors ? "omega21, omega31" : StateColumns.OMEGA;
            columns.addAll(List.of(new StateUnits(weights, UnitSystem.NATURAL).columns(StateColumns.SPECIES,
                energy ? StateColumns.ENERGY : "", rings ? StateColumns.MU : "vx, vy, vz", StateColumns.WEIGHT,
                threeFlavors ? String.join(", ", StateColumns.RHO) : "P0, Px, Py, Pz", omega ? frequency : "",
                depolarization ? StateColumns.DEPOLARIZATION : "",
                absorption ? String.join(", ",
                    threeFlavors ? StateColumns.ABSORPTION_THREE : StateColumns.ABSORPTION) : "")));
            columns.addAll(place);
            return new DataTableSpec(columns.toArray(new DataColumnSpec[0]));
        }
    }

    /**
     * Starts a table.
     *
     * @param exec makes the table
     * @param columns its columns
     */
    public StateOutput(final ExecutionContext exec, final Columns columns) {
        m_columns = columns;
        m_table = new ResultTable(exec, columns.spec());
    }

    /**
     * Adds the modes of a state.
     *
     * @param key content of the cell column; empty if there is none
     * @param state the state, with weights in the declared unit
     * @param energy energy in MeV of each mode; not asked for without the column E
     * @param progress told how far writing is
     */
    public void add(final Optional<DataCell> key, final FlavorState state, final IntToDoubleFunction energy,
        final Progress progress) {
        add(key, state, energy, List.of(), progress);
    }

    /**
     * Adds the modes of a state with a place.
     *
     * @param key content of the cell column; empty if there is none
     * @param state the state, with weights in the declared unit
     * @param energy energy in MeV of each mode; not asked for without the column E
     * @param place what each row has in the columns that ride along
     * @param progress told how far writing is
     */
    public void add(final Optional<DataCell> key, final FlavorState state, final IntToDoubleFunction energy,
        final List<DataCell> place, final Progress progress) {
        add(key, state.modes(), energy, place, progress, i -> absorption(state.modes().absorption(), i), (row, i) -> {
            row.addAll(List.of(state.trace(i), state.px(i), state.py(i), state.pz(i)));
            if (m_columns.omega()) {
                row.add(state.modes().omega(i));
            }
        });
    }

    /**
     * Adds the modes of a state of three flavors.
     *
     * @param key content of the cell column; empty if there is none
     * @param state the state, with weights in the declared unit
     * @param energy energy in MeV of each mode; not asked for without the column E
     * @param progress told how far writing is
     */
    public void add(final Optional<DataCell> key, final ThreeFlavorState state, final IntToDoubleFunction energy,
        final Progress progress) {
        add(key, state, energy, List.of(), progress);
    }

    /**
     * Adds the modes of a state of three flavors with what rides along.
     *
     * @param key content of the cell column; empty if there is none
     * @param state the state, with weights in the declared unit
     * @param energy energy in MeV of each mode; not asked for without the column E
     * @param place contents of the columns of place and matter
     * @param progress told how far writing is
     */
    public void add(final Optional<DataCell> key, final ThreeFlavorState state, final IntToDoubleFunction energy,
        final List<DataCell> place, final Progress progress) {
        add(key, state.modes(), energy, place, progress, i -> absorption(state, i), (row, i) -> {
            for (final double entry : state.rho(i)) {
                row.add(entry);
            }
            if (m_columns.omega()) {
                row.addAll(List.of(state.omega21(i), state.omega31(i)));
            }
        });
    }

    private void add(final Optional<DataCell> key, final MomentumModes modes, final IntToDoubleFunction energy,
        final List<DataCell> place, final Progress progress, final IntFunction<List<Double>> absorption,
        final ObjIntConsumer<List<Object>> flavor) {
        final List<Object> row = new ArrayList<>();
        for (int i = 0; i < modes.size(); i++) {
            if (i % REPORT_EVERY == 0) {
                progress.report(i / (double) modes.size(), "writing the state");
            }
            row.clear();
            row.add(modes.species(i).label());
            if (m_columns.energy()) {
                row.add(energy.applyAsDouble(i));
            }
            if (!m_columns.rings()) {
                row.add(modes.vx(i));
                row.add(modes.vy(i));
            }
            row.add(modes.vz(i));
            row.add(modes.weight(i));
            m_largestWeight = Math.max(m_largestWeight, modes.weight(i));
            flavor.accept(row, i);
            if (m_columns.depolarization()) {
                row.add(modes.depolarization(i));
            }
            if (m_columns.absorption()) {
                row.addAll(absorption.apply(i));
            }
            row.addAll(place);
            m_table.add(key, row.toArray());
        }
    }

    /**
     * Absorption and emission of a mode, in the order of {@link StateColumns#ABSORPTION}.
     *
     * @param absorption of all modes
     * @param i mode index
     * @return kappa, P0_source, Px_source, Py_source, Pz_source
     */
    public static List<Double> absorption(final Absorption absorption, final int i) {
        return List.of(absorption.rate(i), absorption.trace(i), absorption.px(i), absorption.py(i), absorption.pz(i));
    }

    /**
     * Absorption and emission of a mode of three flavors, in the order of {@link StateColumns#ABSORPTION_THREE}.
     *
     * @param state the state
     * @param i mode index
     * @return kappa, rho_ee_source .. rho_mt_im_source
     */
    public static List<Double> absorption(final ThreeFlavorState state, final int i) {
        return DoubleStream.concat(DoubleStream.of(state.modes().absorption().rate(i)),
            Arrays.stream(state.source(i))).boxed().toList();
    }

    /**
     * What is wrong with the unit of the weights.
     *
     * @return a sentence if they are declared as potentials but are too large for any
     */
    public Optional<String> doubt() {
        return m_columns.weights() == WeightUnit.NATURAL ? WeightUnit.doubtOfPotential(m_largestWeight)
            : Optional.empty();
    }

    /**
     * Ends the table.
     *
     * @return the state table
     */
    public BufferedDataTable close() {
        return m_table.close();
    }
}
