package org.flavorwaves.knime.nodes.flavorwavespectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.kinetics.spectrum.EquilibriumFit;
import org.flavorwaves.physics.kinetics.spectrum.LineFit;
import org.flavorwaves.physics.kinetics.spectrum.WaveSpectrum;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The two output tables of the node Flavor Wave Spectrum, filled cell by cell. */
final class FlavorWaveSpectrumTables {
    private static final int FITTED = 17;

    private final SpectrumColumns m_columns;

    private final FlavorWaveSpectrumParameters m_parameters;

    private final ResultTable m_fits;

    private final ResultTable m_summary;

    FlavorWaveSpectrumTables(final ExecutionContext exec, final SpectrumColumns columns,
        final FlavorWaveSpectrumParameters parameters) {
        m_columns = columns;
        m_parameters = parameters;
        m_fits = new ResultTable(exec, fitsSpec(columns));
        m_summary = new ResultTable(exec, summarySpec(columns));
    }

    private static DataTableSpec spec(final SpectrumColumns columns, final List<DataColumnSpec> own) {
        final List<DataColumnSpec> all = new ArrayList<>(own);
        if (columns.cell() >= 0) {
            all.add(0, columns.spec().getColumnSpec(columns.cell()));
        }
        return new DataTableSpec(all.toArray(new DataColumnSpec[0]));
    }

    static DataTableSpec fitsSpec(final SpectrumColumns columns) {
        final String wave = columns.waveUnit();
        final String rate = columns.rateUnit();
        return spec(columns, List.of(TableColumns.real("t", columns.timeUnit()), TableColumns.whole("points"),
            TableColumns.real("k_from", wave), TableColumns.real("k_T", wave), TableColumns.real("k_T_error", wave),
            TableColumns.real("log_amplitude"), TableColumns.real("rms_exponential"), TableColumns.real("r2"),
            TableColumns.real("exponent"), TableColumns.real("rms_power_law"),
            TableColumns.real("T_rayleigh_jeans", rate), TableColumns.real("u_rayleigh_jeans"),
            TableColumns.real("distance_rayleigh_jeans"),
            TableColumns.real("T_planck", rate), TableColumns.real("u_planck"), TableColumns.real("distance_planck"),
            TableColumns.whole("negative_energies"), TableColumns.flag("equilibrium_possible"),
            TableColumns.real("torque_share")));
    }

    static DataTableSpec summarySpec(final SpectrumColumns columns) {
        final String wave = columns.waveUnit();
        return spec(columns, List.of(TableColumns.whole("times"), TableColumns.words("quantity"),
            TableColumns.words("frequencies"), TableColumns.real("k_T", wave), TableColumns.real("k_T_error", wave),
            TableColumns.real("rms_exponential"), TableColumns.real("rms_power_law"),
            TableColumns.real("distance_rayleigh_jeans"), TableColumns.real("distance_planck"),
            TableColumns.real("wall_time"), TableColumns.words(StateColumns.RESULT)));
    }

    /** Fits all times of a cell; false if the last one has too few waves. */
    boolean add(final CellSpectra cell) {
        final long start = System.nanoTime();
        Optional<SpectrumFits> last = Optional.empty();
        for (final double time : cell.times()) {
            last = SpectrumFits.of(cell, time, m_parameters);
            final List<Object> row = new ArrayList<>();
            row.add(time);
            last.ifPresentOrElse(fits -> addFits(row, fits), () -> {
                row.add(0);
                final Object[] none = new Object[FITTED];
                Arrays.fill(none, ResultTable.missing());
                row.addAll(Arrays.asList(none));
            });
            m_fits.add(cell.key(), row.toArray());
        }
        final Optional<LineFit> line = last.map(SpectrumFits::exponential);
        m_summary.add(cell.key(), cell.count(), m_columns.quantity(),
            m_columns.hasFrequencies() ? "omega_re" : "light cone", line.map(LineFit::scale).orElse(Double.NaN),
            line.map(LineFit::scaleError).orElse(Double.NaN), line.map(LineFit::rms).orElse(Double.NaN),
            last.map(f -> f.powerLaw().rms()).orElse(Double.NaN),
            distance(last.flatMap(SpectrumFits::classical)), distance(last.flatMap(SpectrumFits::quantum)),
            1e-9 * (System.nanoTime() - start), cell.prefix() + last.map(this::sentence)
                .orElse("fewer than three waves are in the range at the last time"));
        return last.isPresent();
    }

    private void addFits(final List<Object> row, final SpectrumFits fits) {
        final LineFit line = fits.exponential();
        row.addAll(List.of(fits.points(), fits.from(), line.scale(), line.scaleError(), line.intercept(), line.rms(),
            line.r2(), -fits.powerLaw().slope(), fits.powerLaw().rms()));
        for (final Optional<EquilibriumFit> fit : List.of(fits.classical(), fits.quantum())) {
            row.addAll(List.of(fit.map(f -> ResultTable.finite(f.temperature())).orElse(Double.NaN),
                fit.map(f -> ResultTable.finite(f.velocity() / m_columns.lightCone())).orElse(Double.NaN),
                distance(fit)));
        }
        final Optional<WaveSpectrum> known = fits.bands().filter(b -> m_columns.hasFrequencies());
        row.add(known.map(b -> (Object) b.negativeEnergies()).orElse(ResultTable.missing()));
        row.add(known.map(b -> (Object) b.hasEquilibrium()).orElse(ResultTable.missing()));
        row.add(fits.torqueShare());
    }

    private static double distance(final Optional<EquilibriumFit> fit) {
        return fit.map(f -> ResultTable.finite(f.distance())).orElse(Double.NaN);
    }

    private String sentence(final SpectrumFits fits) {
        final LineFit line = fits.exponential();
        final String unit = m_columns.waveUnit().isEmpty() ? "" : " " + m_columns.waveUnit();
        final String tail = Double.isNaN(line.scale()) ? "the spectrum does not fall with |k|"
            : "k_T = " + CellLoop.brief(line.scale()) + " +- " + CellLoop.brief(line.scaleError()) + unit;
        final String shape = line.rms() <= fits.powerLaw().rms() ? "an exponential" : "a power law";
        final String other = CellLoop.brief(line.rms()) + " against " + CellLoop.brief(fits.powerLaw().rms());
        return tail + " from " + fits.points() + " waves at the last time; " + shape
            + " fits better (rms of ln, exponential against power law: " + other + "); " + equilibrium(fits);
    }

    private static String equilibrium(final SpectrumFits fits) {
        if (fits.bands().isEmpty()) {
            return "frequencies are not known at this time";
        }
        final WaveSpectrum waves = fits.bands().get();
        if (!waves.hasEquilibrium()) {
            return waves.negativeEnergies() + " of " + waves.k().length
                + " waves have negative energy, which excludes a Rayleigh-Jeans spectrum in every frame";
        }
        final double distance = distance(fits.classical());
        return Double.isNaN(distance) ? "too few waves for u, and no Rayleigh-Jeans spectrum of u = 0 holds them"
            : "distance from Rayleigh-Jeans " + CellLoop.brief(distance) + edge(fits.classical()) + ", from Planck "
                + CellLoop.brief(distance(fits.quantum())) + edge(fits.quantum());
    }

    private static String edge(final Optional<EquilibriumFit> fit) {
        return fit.filter(EquilibriumFit::isAtEdge).map(f -> " with u at the edge of what is possible, where a wave "
            + "moves with u (|Ω - u k| is " + CellLoop.brief(f.margin()) + " of |Ω| + |u k|)").orElse("");
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_fits.close(), m_summary.close()};
    }
}
