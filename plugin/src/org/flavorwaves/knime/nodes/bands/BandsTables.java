package org.flavorwaves.knime.nodes.bands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.OuterWave;
import org.flavorwaves.knime.nodes.bands.CellBands.Shift;
import org.flavorwaves.knime.nodes.bands.CellBands.Solution;
import org.flavorwaves.knime.nodes.bands.FlavorWaveBandsParameters.Eigenvectors;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.bands.BandKind;
import org.flavorwaves.physics.linear.bands.BandMeasures;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.FastestWave;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The output tables of the node Flavor Wave Bands, filled cell by cell, and what its figure needs beside them. */
final class BandsTables {
    /** Names of the components of three flavors, those of the matrices of Gell-Mann. */
    private static final List<String> EIGHT = List.of("1", "2", "3", "4", "5", "6", "7", "8");

    private final StateUnits m_units;

    private final Eigenvectors m_eigenvectors;

    private final ResultTable m_bands;

    private final ResultTable m_summary;

    private final ResultTable m_vectors;

    private final ResultTable m_frames;

    BandsTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units,
        final Eigenvectors eigenvectors) {
        m_units = units;
        m_eigenvectors = eigenvectors;
        m_bands = new ResultTable(exec, bandsSpec(layout, units));
        m_summary = new ResultTable(exec, summarySpec(layout, units));
        m_vectors = new ResultTable(exec, vectorsSpec(layout, units));
        m_frames = new ResultTable(exec, new DataTableSpec(layout.withCell(TableColumns.whole("band"),
            TableColumns.whole(BandsFigure.TIMES), TableColumns.real(BandsFigure.BY_K, units.potentialUnit()),
            TableColumns.real(BandsFigure.BY_OMEGA, units.rateUnit()))));
    }

    static DataTableSpec bandsSpec(final StateLayout layout, final StateUnits units) {
        final String wave = units.potentialUnit();
        final String rate = units.rateUnit();
        return layout.results(units,
            "k, kx, ky, kz, band, omega_re, omega_im, v_group, participation, condition, kind [text], v_group_x",
            "v_group_y, v_group_z");
    }

    static DataTableSpec summarySpec(final StateLayout layout, final StateUnits units) {
        final String wave = units.potentialUnit();
        final String rate = units.rateUnit();
        return layout.results(units,
            "modes, k_count, structure, direction_x, direction_y, direction_z, lepton_number, growth, k_fastest",
            "k_fastest_relative, omega_re_fastest, at_edge, max_residual, worst_condition, worst_overlap, defective",
            "wall_time, result");
    }

    static DataTableSpec vectorsSpec(final StateLayout layout, final StateUnits units) {
        final List<String> psi = new ArrayList<>();
        for (final String component : layout.hasThreeFlavors() ? EIGHT : List.of("x", "y", "z")) {
            psi.addAll(List.of("psi_" + component + "_re", "psi_" + component + "_im"));
        }
        return layout.results(units, "k, band, mode, species, vx, vy, vz, omega_re, omega_im",
            String.join(", ", psi), "share");
    }

    void add(final Solved<CellBands> solved) {
        addBands(solved);
        addSummary(solved);
        addVectors(solved);
        addFrames(solved);
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_bands.close(), m_summary.close(), m_vectors.close()};
    }

    /**
     * The shifts of the bands, for the figure.
     *
     * @return one row a band, and one of the number {@value BandsFigure#FASTEST} for the fastest wave; none of a cell
     *         without shifted frame
     */
    BufferedDataTable frames() {
        return m_frames.close();
    }

    private void addFrames(final Solved<CellBands> solved) {
        if (solved.value().shift().isEmpty() || solved.value().solution().isEmpty()) {
            return;
        }
        final Shift shift = solved.value().shift().get();
        final Solution solution = solved.value().solution().get();
        final BandSet bands = solution.line().at(0);
        for (int b = BandsFigure.FASTEST; b < bands.size(); b++) {
            final BandSector sector = b >= 0 ? bands.sector(b)
                : solution.fastest().bands().sector(solution.fastest().band());
            final int times = sector == BandSector.PLUS ? 1 : sector == BandSector.MINUS ? -1 : 0;
            m_frames.add(solved.cell().key(), b, times, shift.k(), rate(shift.omega()));
        }
    }

    private void addBands(final Solved<CellBands> solved) {
        final CellBands cell = solved.value();
        final Optional<DataCell> key = solved.cell().key();
        for (int p = 0; p < cell.ks().length; p++) {
            final WaveVector k = cell.direction().times(cell.ks()[p]);
            if (cell.solution().isEmpty()) {
                final Object[] row = new Object[14];
                Arrays.fill(row, ResultTable.missing());
                row[0] = cell.ks()[p];
                row[1] = k.kx();
                row[2] = k.ky();
                row[3] = k.kz();
                m_bands.add(key, row);
            } else {
                addPoint(key, cell.ks()[p], k, cell.direction(), cell.solution().get().line().at(p));
            }
        }
    }

    private void addPoint(final Optional<DataCell> key, final double wave, final WaveVector k,
        final WaveVector direction, final BandSet bands) {
        final BandMeasures measures = bands.measures().orElseThrow();
        for (int b = 0; b < bands.size(); b++) {
            m_bands.add(key, wave, k.kx(), k.ky(), k.kz(), b, rate(bands.omegaRe(b)), rate(bands.omegaIm(b)),
                measures.groupVelocity(b, direction), measures.participation(b), measures.condition(b),
                bands.kind(b).label(), measures.groupVelocity(b, 0), measures.groupVelocity(b, 1),
                measures.groupVelocity(b, 2));
        }
    }

    private double rate(final double frequency) {
        return frequency * m_units.rateFactor();
    }

    private void addSummary(final Solved<CellBands> solved) {
        final CellBands cell = solved.value();
        final double[] worst = cell.solution().map(BandsTables::worst)
            .orElse(new double[]{Double.NaN, Double.NaN, Double.NaN, 0});
        final Optional<FastestWave> fastest = cell.solution().map(Solution::fastest);
        m_summary.add(solved.cell().key(), solved.cell().size(), cell.ks().length,
            cell.structure().name().toLowerCase(Locale.ROOT), cell.direction().kx(), cell.direction().ky(),
            cell.direction().kz(), cell.leptonNumber(), fastest.map(f -> rate(f.growth())).orElse(Double.NaN),
            fastest.map(FastestWave::k).orElse(Double.NaN),
            fastest.map(f -> f.k() / cell.leptonNumber()).filter(Double::isFinite).orElse(Double.NaN),
            fastest.map(f -> rate(f.omegaRe())).orElse(Double.NaN),
            fastest.map(f -> (Object) f.atEdge()).orElse(ResultTable.missing()), worst[0], worst[1], worst[2],
            (int) worst[3], solved.seconds(), sentence(solved));
    }

    /** Largest residual, largest condition, smallest overlap, number of defective bands. */
    private static double[] worst(final Solution solution) {
        final double[] worst = {0, 0, 1, 0};
        for (int p = 0; p < solution.line().points(); p++) {
            final BandSet bands = solution.line().at(p);
            final BandMeasures measures = bands.measures().orElseThrow();
            worst[0] = Math.max(worst[0], measures.worstResidual());
            for (int b = 0; b < bands.size(); b++) {
                worst[1] = Math.max(worst[1], measures.condition(b));
                worst[2] = Math.min(worst[2], solution.line().overlap(p, b));
                worst[3] += bands.kind(b) == BandKind.DEFECTIVE ? 1 : 0;
            }
        }
        return worst;
    }

    private String sentence(final Solved<CellBands> solved) {
        final CellBands cell = solved.value();
        final String prefix = solved.cell().prefix();
        if (cell.solution().isEmpty()) {
            return prefix + "no bands: " + cell.problem();
        }
        final FastestWave fastest = cell.solution().get().fastest();
        if (!fastest.unstable()) {
            return prefix + "no wave grows at the " + cell.ks().length
                + (cell.ks().length == 1 ? " wave number" : " wave numbers")
                + OuterWave.words(cell.outside(), cell.direction(), m_units);
        }
        final String relative = Double.isFinite(fastest.k() / cell.leptonNumber())
            ? " (" + CellLoop.brief(fastest.k() / cell.leptonNumber()) + " sum|G|)" : "";
        return prefix + "fastest wave grows at " + CellLoop.brief(rate(fastest.growth())) + m_units.rateUnit()
            + " at K = " + CellLoop.brief(fastest.k()) + m_units.potentialUnit() + relative
            + (fastest.atEdge() && cell.ks().length > 1 ? ", at the edge of the range" : "")
            + OuterWave.words(cell.outside(), cell.direction(), m_units);
    }

    private void addVectors(final Solved<CellBands> solved) {
        final Optional<Solution> solution = solved.value().solution();
        if (solution.isEmpty() || m_eigenvectors == Eigenvectors.NONE) {
            return;
        }
        final BandSet bands = solution.get().fastest().bands();
        if (m_eigenvectors == Eigenvectors.ALL) {
            for (int b = 0; b < bands.size(); b++) {
                addVector(solved, solution.get().fastest().k(), bands, b);
            }
        } else if (solution.get().fastest().unstable()) {
            addVector(solved, solution.get().fastest().k(), bands, bands.fastest());
        }
    }

    private void addVector(final Solved<CellBands> solved, final double k, final BandSet bands, final int band) {
        final MomentumModes modes = solved.cell().modes();
        final WaveFunction psi = bands.vectors().orElseThrow().right(band);
        final int components = bands.size() / modes.size();
        final List<Object> row = new ArrayList<>();
        for (int i = 0; i < modes.size(); i++) {
            row.clear();
            row.addAll(List.of(k, band, i, modes.species(i).label(), modes.vx(i), modes.vy(i), modes.vz(i),
                rate(bands.omegaRe(band)), rate(bands.omegaIm(band))));
            for (int a = 0; a < components; a++) {
                row.addAll(List.of(psi.re(i, a), psi.im(i, a)));
            }
            row.add(psi.weight(i));
            m_vectors.add(solved.cell().key(), row.toArray());
        }
    }
}
