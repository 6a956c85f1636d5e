package org.flavorwaves.knime.nodes.generator;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

import org.flavorwaves.knime.nodes.NumberList;
import org.flavorwaves.knime.nodes.generator.GeneratorEnergyParameters.Spectrum;
import org.flavorwaves.knime.nodes.generator.GeneratorGridParameters.Grid;
import org.flavorwaves.physics.distribution.AngularDensity;
import org.flavorwaves.physics.distribution.AngularLoader;
import org.flavorwaves.physics.distribution.AngularShapes;
import org.flavorwaves.physics.distribution.EnergySpectra;
import org.flavorwaves.physics.distribution.FlavorMeasures;
import org.flavorwaves.physics.distribution.FlavorSpecies;
import org.flavorwaves.physics.distribution.LeptonBeams;
import org.flavorwaves.physics.distribution.LeptonCarrier;
import org.flavorwaves.physics.distribution.LoadedState;
import org.flavorwaves.physics.distribution.RandomDistribution;
import org.flavorwaves.physics.distribution.TransverseSeed;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.knime.core.node.InvalidSettingsException;

/** Asks the physics for the distribution that the parameters describe. */
final class GeneratorTask {
    /** Numbers of 8 bytes that are held for each mode while states are made from each other. */
    private static final double NUMBERS_PER_MODE = 75;

    /** The same of a direction of the grid: vector, cosine and weight. */
    private static final double NUMBERS_PER_DIRECTION = 5;

    private final DistributionGeneratorParameters m_parameters;

    /**
     * A state with the energies of its modes.
     *
     * @param state the state, weights in the declared unit
     * @param energy energy in MeV of a mode
     */
    record Generated(FlavorState state, IntToDoubleFunction energy) {
    }

    GeneratorTask(final DistributionGeneratorParameters parameters) {
        m_parameters = parameters;
    }

    /**
     * The most modes that there can be.
     *
     * @return a number that may be beyond all integers
     * @throws InvalidSettingsException if a list cannot be read
     */
    double modes() throws InvalidSettingsException {
        final double frequencies = m_parameters.frequencyBox().map(box -> (double) box.bins()).orElse(1.0);
        return frequencies * switch (m_parameters.m_family) {
            case TWO_BEAM -> 2;
            case BEAMS -> NumberList.of("beamCosTheta", m_parameters.m_beamCosTheta).length;
            case RANDOM -> m_parameters.m_modes;
            default -> Species.values().length * directions() * energies();
        };
    }

    private double directions() {
        return (double) m_parameters.m_nTheta * (m_parameters.m_grid == Grid.RINGS ? 1 : m_parameters.m_nPhi);
    }

    private double energies() {
        return m_parameters.m_spectrum == Spectrum.FERMI_DIRAC ? m_parameters.m_nEnergies : 1;
    }

    /**
     * The memory that is needed.
     *
     * @return bytes, the largest long if it is more
     * @throws InvalidSettingsException if a list cannot be read
     */
    long bytes() throws InvalidSettingsException {
        final double grid = m_parameters.m_family.isList() ? 0
            : directions() * (NUMBERS_PER_DIRECTION + FlavorSpecies.values().length * energies());
        return (long) (Double.BYTES * (NUMBERS_PER_MODE * modes() + grid));
    }

    /**
     * Makes the distribution.
     *
     * @param progress told how far that is
     * @return the state with the energies of its modes
     * @throws InvalidSettingsException if a list cannot be read
     * @throws IllegalArgumentException if the grid is too coarse for the family, or there are no neutrinos
     */
    Generated generate(final Progress progress) throws InvalidSettingsException {
        progress.report(0, "making the distribution");
        final Generated generated = switch (m_parameters.m_family) {
            case TWO_BEAM -> list(beams().twoBeams(m_parameters.m_density * m_parameters.m_forward,
                m_parameters.m_density * m_parameters.m_backward));
            case BEAMS -> list(beams().rings(
                NumberList.of("beamCosTheta", m_parameters.m_beamCosTheta),
                scaled(NumberList.of("beamLeptonNumber", m_parameters.m_beamLeptonNumber))));
            case RANDOM -> list(new RandomDistribution(m_parameters.m_modes, m_parameters.m_seed,
                m_parameters.m_grid == Grid.RINGS, m_parameters.m_aligned, m_parameters.m_density).draw());
            default -> onGrid(measures(), progress);
        };
        progress.report(0.7, "adding the rates");
        final FlavorState rates = withRates(generated.state());
        final FlavorState complete = m_parameters.frequencyBox().map(box -> box.applyTo(rates)).orElse(rates);
        progress.report(0.9, "tilting the polarization vectors");
        return new Generated(m_parameters.m_perturbation == 0 ? complete
            : new TransverseSeed(m_parameters.m_perturbation, m_parameters.m_randomPhases, m_parameters.m_seed)
                .applyTo(complete), generated.energy());
    }

    private LeptonBeams beams() {
        return new LeptonBeams(carrier(), m_parameters.m_peakOccupation);
    }

    private LeptonCarrier carrier() {
        return LeptonCarrier.valueOf(m_parameters.m_carrier.name());
    }

    private double[] scaled(final double[] values) {
        return Arrays.stream(values).map(v -> v * m_parameters.m_density).toArray();
    }

    private Generated list(final FlavorState state) {
        return new Generated(state, i -> m_parameters.m_energy);
    }

    private Generated onGrid(final FlavorMeasures measures, final Progress progress) {
        final Optional<EnergySpectra> spectra = m_parameters.spectra();
        final AngularLoader loader =
            new AngularLoader(m_parameters.angularGrid()).withPeakOccupation(m_parameters.m_peakOccupation);
        progress.report(0.2, "loading the distribution on the directions");
        final LoadedState loaded = spectra.map(loader::withSpectra).orElse(loader).load(measures);
        return new Generated(loaded.state(), i -> spectra.map(s -> s.grid().energy(loaded.bin(i)))
            .orElse(m_parameters.m_energy));
    }

    private FlavorMeasures measures() throws InvalidSettingsException {
        final double n = m_parameters.m_density;
        return switch (m_parameters.m_family) {
            case ISOTROPIC -> FlavorMeasures.of(AngularShapes.isotropic(n * m_parameters.m_densityNuE),
                AngularShapes.isotropic(n * m_parameters.m_densityNubarE),
                AngularShapes.isotropic(n * m_parameters.m_densityNuX),
                AngularShapes.isotropic(n * m_parameters.m_densityNubarX));
            case BOX -> FlavorMeasures.electron(
                AngularShapes.box(m_parameters.m_boxLower, m_parameters.m_boxUpper, n * m_parameters.m_densityNuE),
                AngularShapes.box(m_parameters.m_boxBarLower, m_parameters.m_boxBarUpper,
                    n * m_parameters.m_densityNubarE));
            case HALF_GAUSSIAN -> FlavorMeasures.electron(AngularShapes.halfGaussian(m_parameters.m_sigma, n),
                AngularShapes.halfGaussian(m_parameters.m_sigmaBar, n * m_parameters.m_alpha));
            case POLYNOMIAL_CROSSING -> leptonNumber(AngularShapes.polynomialCrossing(m_parameters.m_crossingDepth));
            case EXPONENTIAL_CROSSING -> leptonNumber(AngularShapes
                .exponentialCrossing(m_parameters.m_crossingAmplitude, m_parameters.m_crossingWidth));
            case LINEAR -> leptonNumber(
                AngularShapes.linear(m_parameters.m_linearMean, m_parameters.m_linearSlope));
            case LEGENDRE -> leptonNumber(AngularShapes.legendre(
                NumberList.of("legendreMoments", m_parameters.m_legendreMoments)));
            default -> throw new IllegalStateException(m_parameters.m_family + " is no angular density.");
        };
    }

    private FlavorMeasures leptonNumber(final AngularDensity g) {
        return FlavorMeasures.ofLeptonNumber(g.times(m_parameters.m_density), carrier());
    }

    /** The same modes with the vacuum frequency and the depolarization rates of the parameters. */
    private FlavorState withRates(final FlavorState state) {
        final MomentumModes modes = state.modes();
        final Species[] species = new Species[state.size()];
        final double[] omega = new double[state.size()];
        final double[] depolarization = new double[state.size()];
        for (int i = 0; i < species.length; i++) {
            species[i] = modes.species(i);
            omega[i] = m_parameters.m_spectrum == Spectrum.FREQUENCY ? m_parameters.m_omega : 0;
            depolarization[i] = species[i] == Species.NU ? m_parameters.m_depolarizationNu
                : m_parameters.m_depolarizationNubar;
        }
        return new FlavorState(MomentumModes.builder().species(species).velocity(modes.vxs(), modes.vys(), modes.vzs())
            .weight(modes.weights()).omega(omega).depolarization(depolarization).build(), state.traces(), state.pxs(),
            state.pys(), state.pzs());
    }
}
