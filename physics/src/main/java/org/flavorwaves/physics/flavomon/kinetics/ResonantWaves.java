package org.flavorwaves.physics.flavomon.kinetics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.flavorwaves.physics.flavomon.RayRoots;
import org.flavorwaves.physics.flavomon.RealDispersion;
import org.flavorwaves.physics.flavomon.WaveBranch;
import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.flavomon.kinetics.occupation.WaveRates;

/**
 * Flavomons that couple resonantly to a changing medium: W_{K,i} = 2 pi |Z_K| |e_K.V_i|^2 delta(omega_K - k.v_i) with
 * modes of the principal-value dispersion relation and a delta function of finite width h in cos theta, normalised on
 * the directions that the neutrinos have:
 *
 * <pre>delta(omega - k v_c) = (1/|k|) t(v_c - u)/sum_c' s_c' t(v_c' - u),   t(x) = max(0, 1 - |x|/h)</pre>
 *
 * <p>with s_c the share of cos theta of a direction. h is the width asked for, or the spacing of the directions at u
 * where that is larger.
 *
 * <p>Where two branches merge, |Z| diverges and the modes are no longer quasi-stationary: beyond Z_m = 10 sum |g| the
 * rates are multiplied by (Z_m/Z)^2, so that a mode fades out before it ends.
 *
 * <p>Modes are followed from the medium of the last {@link #accept accepted} step, so rates depend on the present
 * occupations only and not on the order of evaluations.
 */
final class ResonantWaves implements WaveRates {
    /** |Z| in units of the strength of the medium beyond which modes count as merging. */
    static final double MERGING = 10;

    /** After how many accepted steps modes are looked for where there were none. */
    private static final int TRY_EVERY = 8;

    private final NeutrinoOccupations m_neutrinos;

    private final WaveNumberGrid m_grid;

    private final AngularCells m_cells;

    private final double m_width;

    private final MediumSeries m_medium;

    private final RealDispersion m_dispersion;

    private final RayRoots m_roots;

    private final int[] m_at;

    private final WaveBranch[] m_branch;

    private final int[] m_sign;

    /** Phase velocity at the last accepted step, NaN where there was no mode. */
    private final double[] m_anchor;

    private final double[] m_u;

    private final double[] m_k;

    private final double[] m_z;

    private final double[][] m_rate;

    private int m_accepted;

    /**
     * Takes the modes to follow.
     *
     * @param neutrinos the neutrinos
     * @param grid wave numbers
     * @param medium the lepton-number spectrum as a function of the conversions
     * @param width h, cos theta
     * @param seeds the modes, in order of K within each branch and sign
     */
    ResonantWaves(final NeutrinoOccupations neutrinos, final WaveNumberGrid grid, final MediumSeries medium,
        final double width, final List<WaveSeed> seeds) {
        m_neutrinos = neutrinos;
        m_grid = grid;
        m_cells = medium.cells();
        m_width = width;
        m_medium = medium;
        m_dispersion = new RealDispersion(medium.order());
        m_roots = new RayRoots(m_dispersion);
        final int n = seeds.size();
        m_at = seeds.stream().mapToInt(WaveSeed::at).toArray();
        m_branch = seeds.stream().map(WaveSeed::branch).toArray(WaveBranch[]::new);
        m_sign = seeds.stream().mapToInt(WaveSeed::sign).toArray();
        m_anchor = seeds.stream().mapToDouble(WaveSeed::phaseVelocity).toArray();
        m_u = m_anchor.clone();
        m_k = new double[n];
        m_z = new double[n];
        m_rate = new double[n][m_cells.size()];
    }

    /**
     * Recomputes modes and rates.
     *
     * @param y conversions d_i of the neutrinos, and more
     */
    void update(final double[] y) {
        m_medium.update(y);
        m_dispersion.medium(m_medium.series());
        for (int j = 0; j < m_at.length; j++) {
            m_k[j] = m_grid.waveNumber(m_at[j]) + m_medium.flux();
            Arrays.fill(m_rate[j], 0);
            m_u[j] = root(j, m_anchor[j]);
            m_z[j] = Double.NaN;
            if (!Double.isNaN(m_u[j])) {
                m_dispersion.at(m_u[j]);
                m_z[j] = m_dispersion.renormalisation(m_branch[j], m_k[j]);
                final double merging = Math.max(1, Math.abs(m_z[j]) / (MERGING * m_medium.strength()));
                couple(m_rate[j], m_u[j], 2 * Math.PI
                    * Math.abs(m_dispersion.coupling(m_branch[j], m_k[j]) / m_k[j]) / (merging * merging));
            }
        }
    }

    /** Spreads a resonance over the directions around u. */
    private void couple(final double[] rate, final double u, final double strength) {
        final double h = Math.max(m_width, m_cells.spacing(u));
        double norm = 0;
        for (int c = 0; c < rate.length; c++) {
            rate[c] = Math.max(0, 1 - Math.abs(m_cells.velocity(c) - u) / h);
            norm += m_cells.share(c) * rate[c];
        }
        if (norm == 0) {
            final int edge = u > 0 ? rate.length - 1 : 0;
            rate[edge] = 1;
            norm = m_cells.share(edge);
        }
        for (int c = 0; c < rate.length; c++) {
            rate[c] *= strength / norm;
        }
    }

    /**
     * Makes the modes of the last update those from which the next ones are followed, together with modes that have
     * come into being beside them, for which every {@value #TRY_EVERY}th accepted step looks.
     *
     * @param y the unknowns of the last update
     * @return whether there are new modes; then the update has been repeated with them
     */
    boolean accept(final double[] y) {
        System.arraycopy(m_u, 0, m_anchor, 0, m_u.length);
        if (m_accepted++ % TRY_EVERY != 0) {
            return false;
        }
        boolean found = false;
        for (int j = 0; j < m_at.length; j++) {
            final double start =
                Double.isNaN(m_u[j]) ? neighbour(j, j - 1, neighbour(j, j + 1, Double.NaN)) : Double.NaN;
            if (!Double.isNaN(start)) {
                m_anchor[j] = root(j, start);
                found |= !Double.isNaN(m_anchor[j]);
            }
        }
        if (found) {
            update(y);
        }
        return found;
    }

    private double root(final int j, final double start) {
        return Double.isNaN(start) || m_k[j] == 0 ? Double.NaN
            : m_roots.closest(m_branch[j], m_k[j], m_sign[j], start);
    }

    private double neighbour(final int j, final int other, final double otherwise) {
        final boolean same = other >= 0 && other < m_at.length && m_branch[other] == m_branch[j]
            && m_sign[other] == m_sign[j] && Math.abs(m_at[other] - m_at[j]) == 1 && !Double.isNaN(m_u[other]);
        return same ? m_u[other] : otherwise;
    }

    @Override
    public int size() {
        return m_at.length;
    }

    @Override
    public double measure(final int wave) {
        return m_branch[wave].polarizations() * m_grid.states(m_at[wave]);
    }

    @Override
    public int sign(final int wave) {
        return m_sign[wave];
    }

    @Override
    public double rate(final int wave, final int neutrino) {
        return m_rate[wave][m_cells.ofMode(neutrino)];
    }

    /**
     * The growth rate that the neutrinos of the last update give a mode (FR 18).
     *
     * @param wave index of a mode
     * @return gamma = -(sign of Z)/2 sum_i w_i g_i W_{K,i}
     */
    double growth(final int wave) {
        double sum = 0;
        for (int c = 0; c < m_cells.size(); c++) {
            sum += m_rate[wave][c] * m_medium.number(c);
        }
        return sum == 0 ? 0 : -0.5 * m_sign[wave] * sum;
    }

    /** The modes of the last update, each with one quantum. */
    List<FlavomonWave> describe() {
        return IntStream.range(0, size()).mapToObj(j -> describe(j, 1)).toList();
    }

    MediumSeries medium() {
        return m_medium;
    }

    /** Whether a mode has a root since the last update. */
    boolean exists(final int wave) {
        return !Double.isNaN(m_u[wave]);
    }

    /** Shifted k of a mode. */
    double shifted(final int wave) {
        return m_k[wave];
    }

    /** Shifted omega of a mode. */
    double omega(final int wave) {
        return m_u[wave] * m_k[wave];
    }

    /**
     * A mode as of the last update.
     *
     * @param wave index of the mode
     * @param number its N
     * @return the mode
     */
    FlavomonWave describe(final int wave, final double number) {
        final double growth = growth(wave);
        final double states = number * measure(wave);
        final double power =
            exists(wave) ? -2 * growth * m_sign[wave] * states * (omega(wave) - m_medium.density()) : 0;
        return new FlavomonWave(m_grid.waveNumber(m_at[wave]), m_k[wave], omega(wave), growth, m_z[wave], number,
            states * Math.abs(m_z[wave]), power, m_sign[wave], m_branch[wave]);
    }
}
