package org.flavorwaves.physics.flavomon.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.flavomon.WaveBranch;
import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonBalance;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;

/**
 * The quasi-linear closure (FW quasi-linear): pi delta(x) -&gt; gamma/(x^2 + gamma^2), x = Re omega - k v, for the
 * growing waves of the beams as given. With |A|^2 = |Z| N times the states of a wave number and the norm of its wave
 * function, n_K = sum_i w_i (f_e - f_x)_i^2 |e_K.V_i|^2/|omega_K - k v_i|^2,
 *
 * <pre>d(n_K |A_K|^2)/dt = 2 gamma_K n_K |A_K|^2
 * d(f_e - f_x)_i/dt = -4 sum_K gamma_K |A_K|^2 |e_K.V_i|^2/|omega_K - k v_i|^2 (f_e - f_x)_i</pre>
 *
 * <p>where both polarizations of transverse waves count. Each neutrino mode thus depolarizes at the viscosity of the
 * wave (JK 78). The roots omega_K are exact for the present occupations in every stage, hence sum_i w_i g_i
 * |e.V_i|^2/|omega - k v_i|^2 = 0 (FW unstable-identity) holds to rounding and sum w g is conserved. The intensity is
 * what is carried: it stays finite where a growing and a decaying root merge and Z diverges. There the wave stops
 * growing and keeps its intensity until it grows again.
 *
 * <p>Growing waves carry no quanta. Their energy is the potential energy of the field, |A|^2 e^m* g_mn e^n, and what
 * it gains is what the neutrinos lose: sum_i g_i |e.V_i|^2 (Re omega - k v_i)/|omega - k v_i|^2 = e^m* g_mn e^n is the
 * real part of e^m* eps_mn e^n = 0 (FR S27).
 */
final class QuasiLinearSystem implements KineticSystem {
    private static final int SLOTS = FollowedRoots.SLOTS;

    /** Change of an occupation, relative to the largest f_e + f_x, after which all roots are searched anew. */
    private static final double SEARCH = 0.03;

    private final NeutrinoOccupations m_neutrinos;

    private final WaveNumberGrid m_grid;

    private final AngularCells m_cells;

    private final MediumSeries m_medium;

    private final WaveBranch[] m_branches;

    /** The waves of each branch; slot j of all belongs to branch j / slots of one. */
    private final FollowedRoots[] m_roots;

    private final double m_seed;

    private final double m_occupation;

    private final double[] m_z;

    private final double[] m_numbers;

    /** n_K where a wave grew last; 0 if it never did. */
    private final double[] m_norm;

    /** e^m* g_mn e^n where a wave grew last. */
    private final double[] m_square;

    private final double[] m_depolarization;

    private double[] m_searched;

    /** Cancels searches after the first one. */
    private Progress m_watch = Progress.NONE;

    private double m_fastest;

    private EnergyRates m_energyRates = new EnergyRates(0, 0, 0, 0, 0);

    QuasiLinearSystem(final NeutrinoOccupations neutrinos, final WaveNumberGrid grid, final FlavomonOptions options) {
        m_neutrinos = neutrinos;
        m_grid = grid;
        m_cells = new AngularCells(neutrinos);
        m_medium = new MediumSeries(neutrinos, m_cells, 0);
        m_branches = options.transverse() ? new WaveBranch[]{WaveBranch.LONGITUDINAL, WaveBranch.TRANSVERSE}
            : new WaveBranch[]{WaveBranch.LONGITUDINAL};
        m_roots = new FollowedRoots[m_branches.length];
        for (int b = 0; b < m_roots.length; b++) {
            m_roots[b] = new FollowedRoots(m_branches[b].sector(), m_cells.velocities(), grid.size());
        }
        m_seed = options.seed();
        final int slots = m_roots.length * SLOTS * grid.size();
        m_z = new double[slots];
        m_norm = new double[slots];
        m_square = new double[slots];
        m_numbers = new double[m_cells.size()];
        m_depolarization = new double[m_cells.size()];
        double occupation = 0;
        for (int i = 0; i < neutrinos.size(); i++) {
            occupation = Math.max(occupation, neutrinos.electron(i) + neutrinos.other(i));
        }
        m_occupation = occupation;
    }

    /** Finds the growing waves at time 0. */
    void start(final Progress progress) {
        m_watch = progress.standing();
        search(new double[m_neutrinos.size()], progress);
    }

    @Override
    public double[] initial() {
        final int n = m_neutrinos.size();
        final double[] y = new double[n + m_z.length];
        begin(y);
        return y;
    }

    /** Puts the seed into waves that grow for the first time. */
    private void begin(final double[] y) {
        final int n = m_neutrinos.size();
        update(y);
        for (int j = 0; j < m_z.length; j++) {
            if (y[n + j] == 0 && move(j)) {
                y[n + j] = m_seed * m_grid.width(waveNumber(j)) * norm(roots(j), y);
            }
        }
    }

    private FollowedRoots roots(final int wave) {
        return m_roots[wave / (SLOTS * m_grid.size())];
    }

    private WaveBranch branch(final int wave) {
        return m_branches[wave / (SLOTS * m_grid.size())];
    }

    private int slot(final int wave) {
        return wave % (SLOTS * m_grid.size());
    }

    private int waveNumber(final int wave) {
        return slot(wave) / SLOTS;
    }

    private boolean move(final int wave) {
        return roots(wave).move(slot(wave), m_grid.waveNumber(waveNumber(wave)) + m_medium.flux());
    }

    /** n_K of the wave that was moved last. */
    private double norm(final FollowedRoots roots, final double[] y) {
        double sum = 0;
        for (int i = 0; i < m_neutrinos.size(); i++) {
            final double difference = m_neutrinos.electron(i) - m_neutrinos.other(i) + 2 * y[i];
            sum += m_neutrinos.weight(i) * difference * difference * roots.moved().response(m_cells.ofMode(i));
        }
        return sum;
    }

    @Override
    public void evaluate(final double[] y, final double[] rates) {
        final int n = m_neutrinos.size();
        update(y);
        Arrays.fill(m_depolarization, 0);
        double kinetic = 0;
        double potential = 0;
        double waves = 0;
        for (int j = 0; j < m_z.length; j++) {
            m_z[j] = Double.NaN;
            final FollowedRoots roots = roots(j);
            final double growth = move(j) ? roots.growth(slot(j)) : 0;
            if (growth > 0) {
                m_z[j] = roots.moved().renormalisation();
                m_norm[j] = norm(roots, y);
                m_square[j] = roots.moved().square();
                final double rate = 2 * growth * branch(j).polarizations() * y[n + j] / m_norm[j];
                double density = 0;
                double flux = 0;
                for (int c = 0; c < m_depolarization.length; c++) {
                    final double response = rate * roots.moved().response(c);
                    m_depolarization[c] += 2 * response;
                    density += response * m_numbers[c];
                    flux += response * m_numbers[c] * m_cells.velocity(c);
                }
                kinetic += m_grid.waveNumber(waveNumber(j)) * flux;
                potential += m_medium.flux() * flux - m_medium.density() * density;
                waves += rate * m_square[j];
            }
            rates[n + j] = 2 * growth * y[n + j];
        }
        m_energyRates = new EnergyRates(kinetic, potential, waves, 0, 0);
        m_fastest = 0;
        for (int i = 0; i < n; i++) {
            final double rate = m_depolarization[m_cells.ofMode(i)];
            rates[i] = -0.5 * rate * (m_neutrinos.electron(i) - m_neutrinos.other(i) + 2 * y[i]);
            m_fastest = Math.max(m_fastest, rate);
        }
    }

    private void update(final double[] y) {
        m_medium.update(y);
        for (int c = 0; c < m_numbers.length; c++) {
            m_numbers[c] = m_medium.number(c);
        }
        for (final FollowedRoots roots : m_roots) {
            roots.setNumbers(m_numbers);
        }
    }

    @Override
    public EnergyRates energyRates() {
        return m_energyRates;
    }

    @Override
    public double[] waveEnergies() {
        final double[] energies = new double[m_z.length];
        for (int j = 0; j < energies.length; j++) {
            energies[j] = m_norm[j] > 0 ? branch(j).polarizations() * m_square[j] / m_norm[j] : 0;
        }
        return energies;
    }

    @Override
    public double potentialEnergy() {
        return m_medium.potentialEnergy();
    }

    @Override
    public double fastest() {
        return m_fastest;
    }

    @Override
    public boolean accept(final double[] y) {
        for (final FollowedRoots roots : m_roots) {
            roots.accept();
        }
        double change = 0;
        for (int i = 0; i < m_neutrinos.size(); i++) {
            change = Math.max(change, Math.abs(y[i] - m_searched[i]));
        }
        if (change <= SEARCH * m_occupation) {
            return false;
        }
        search(y, m_watch);
        begin(y);
        return true;
    }

    private void search(final double[] y, final Progress progress) {
        m_searched = Arrays.copyOf(y, m_neutrinos.size());
        update(y);
        ParallelLoop.forEach(m_grid.size(), "growing flavomons", progress,
            at -> {
                for (final FollowedRoots roots : m_roots) {
                    roots.search(at, m_grid.waveNumber(at) + m_medium.flux());
                }
            });
    }

    @Override
    public List<FlavomonWave> waves(final double[] y) {
        final List<FlavomonWave> waves = new ArrayList<>();
        for (int j = 0; j < m_z.length; j++) {
            final int at = waveNumber(j);
            final double k = m_grid.waveNumber(at);
            final double growth = roots(j).growth(slot(j));
            final int polarizations = branch(j).polarizations();
            final double intensity =
                m_norm[j] > 0 ? y[m_neutrinos.size() + j] / m_norm[j] : m_seed * m_grid.width(at);
            waves.add(new FlavomonWave(k, k + m_medium.flux(), growth > 0 ? roots(j).re(slot(j)) : Double.NaN, growth,
                m_z[j], intensity / (m_grid.states(at) * Math.abs(m_z[j])), polarizations * intensity,
                -2 * growth * polarizations * intensity * m_square[j], m_z[j] < 0 ? -1 : 1, branch(j)));
        }
        return waves;
    }

    @Override
    public FlavomonBalance balance(final double[] y) {
        return FlavomonBalance.ofNeutrinos(m_neutrinos, y);
    }

    @Override
    public double violation(final FlavomonBalance start, final FlavomonBalance now, final double scale) {
        return Math.abs(now.leptonNumber() - start.leptonNumber()) / scale;
    }

    @Override
    public double monotoneEntropy(final FlavomonBalance balance) {
        return balance.neutrinoEntropy();
    }
}
