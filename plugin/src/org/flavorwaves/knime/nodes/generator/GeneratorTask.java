package org.flavorwaves.knime.nodes.generator;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

import org.flavorwaves.knime.nodes.generator.GeneratorEnergyParameters.Spectrum;
import org.flavorwaves.knime.nodes.generator.GeneratorGridParameters.Grid;
import org.flavorwaves.physics.distribution.AngularLoader;
import org.flavorwaves.physics.distribution.AngularShapes;
import org.flavorwaves.physics.distribution.EnergySpectra;
import org.flavorwaves.physics.distribution.FlavorAngles;
import org.flavorwaves.physics.distribution.LeptonBeams;
import org.flavorwaves.physics.distribution.LeptonCarrier;
import org.flavorwaves.physics.distribution.LoadedState;
import org.flavorwaves.physics.distribution.RandomDistribution;
import org.flavorwaves.physics.distribution.TransverseSeed;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.knime.core.node.InvalidSettingsException;

/** Asks the physics for the distribution that the parameters describe. */
final class GeneratorTask {
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

    Generated generate() throws InvalidSettingsException {
        final Generated generated = switch (m_parameters.m_family) {
            case TWO_BEAM -> list(beams().twoBeams(m_parameters.m_density * m_parameters.m_forward,
                m_parameters.m_density * m_parameters.m_backward));
            case BEAMS -> list(beams().rings(
                DistributionGeneratorParameters.numbers("beamCosTheta", m_parameters.m_beamCosTheta),
                scaled(DistributionGeneratorParameters.numbers("beamLeptonNumber", m_parameters.m_beamLeptonNumber))));
            case RANDOM -> list(new RandomDistribution(m_parameters.m_modes, m_parameters.m_seed,
                m_parameters.m_grid == Grid.RINGS, m_parameters.m_aligned, m_parameters.m_density).draw());
            default -> onGrid(angles());
        };
        final FlavorState rates = withRates(generated.state());
        final FlavorState complete = m_parameters.frequencyBox().map(box -> box.applyTo(rates)).orElse(rates);
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

    private Generated onGrid(final FlavorAngles angles) {
        final Optional<EnergySpectra> spectra = m_parameters.spectra();
        final AngularLoader loader =
            new AngularLoader(m_parameters.angularGrid()).withPeakOccupation(m_parameters.m_peakOccupation);
        final LoadedState loaded = spectra.map(loader::withSpectra).orElse(loader).load(angles);
        return new Generated(loaded.state(), i -> spectra.map(s -> s.grid().energy(loaded.bin(i)))
            .orElse(m_parameters.m_energy));
    }

    private FlavorAngles angles() throws InvalidSettingsException {
        final double n = m_parameters.m_density;
        return switch (m_parameters.m_family) {
            case ISOTROPIC -> new FlavorAngles(AngularShapes.isotropic(n * m_parameters.m_densityNuE),
                AngularShapes.isotropic(n * m_parameters.m_densityNubarE),
                AngularShapes.isotropic(n * m_parameters.m_densityNuX),
                AngularShapes.isotropic(n * m_parameters.m_densityNubarX));
            case BOX -> FlavorAngles.electron(
                AngularShapes.box(m_parameters.m_boxLower, m_parameters.m_boxUpper, n * m_parameters.m_densityNuE),
                AngularShapes.box(m_parameters.m_boxBarLower, m_parameters.m_boxBarUpper,
                    n * m_parameters.m_densityNubarE));
            case HALF_GAUSSIAN -> FlavorAngles.electron(AngularShapes.halfGaussian(m_parameters.m_sigma, n),
                AngularShapes.halfGaussian(m_parameters.m_sigmaBar, n * m_parameters.m_alpha));
            case POLYNOMIAL_CROSSING -> leptonNumber(AngularShapes.polynomialCrossing(m_parameters.m_crossingDepth));
            case EXPONENTIAL_CROSSING -> leptonNumber(AngularShapes
                .exponentialCrossing(m_parameters.m_crossingAmplitude, m_parameters.m_crossingWidth));
            case LINEAR -> leptonNumber(
                AngularShapes.linear(m_parameters.m_linearMean, m_parameters.m_linearSlope));
            case LEGENDRE -> leptonNumber(AngularShapes.legendre(
                DistributionGeneratorParameters.numbers("legendreMoments", m_parameters.m_legendreMoments)));
            default -> throw new IllegalStateException(m_parameters.m_family + " is no angular density.");
        };
    }

    private FlavorAngles leptonNumber(final DoubleUnaryOperator g) {
        return FlavorAngles.ofLeptonNumber(v -> m_parameters.m_density * g.applyAsDouble(v), carrier());
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
