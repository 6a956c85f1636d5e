package org.flavorwaves.knime.nodes.unstable;

import java.util.List;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.PairChoice;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.WaveVectorParameters;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.WaveVector;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Unstable Flavor Waves. */
final class UnstableFlavorWavesParameters extends WaveVectorParameters {
    /** Up to which the bytes of a box can be counted; they fit on no machine long before. */
    private static final double MOST_WAVE_VECTORS = 0x1p40;

    /** Where the maxima of the growth are looked for. */
    enum MaximumIn {
        @Label(value = "Line", description = "Between the smallest and the largest wave number, along the direction.")
        LINE,
        @Label(value = "Box", description = """
            In a box of wave vectors: the line, widened across its direction.""")
        BOX
    }

    /** What stands between the directions of the state. */
    enum AngularSpectrum {
        @Label(value = "Beams", description = "Discrete beams as given.")
        BEAMS,
        @Label(value = "Straight lines", description = """
            A continuous spectrum, linear in cos θ between neighbouring directions.""")
        PIECEWISE_LINEAR,
        @Label(value = "Legendre series", description = """
            A continuous spectrum, one polynomial in cos θ.""")
        LEGENDRE
    }

    interface SpectrumReference extends ParameterReference<AngularSpectrum> {
    }

    static final class IsLegendre implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpectrumReference.class).isOneOf(AngularSpectrum.LEGENDRE);
        }
    }

    interface MaximumReference extends ParameterReference<MaximumIn> {
    }

    static final class IsBox implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MaximumReference.class).isOneOf(MaximumIn.BOX);
        }
    }

    @Widget(title = PairChoice.TITLE, description = PairChoice.COHERENT_DESCRIPTION)
    @Layout(Sections.ThreeFlavors.class)
    @Migrate(loadDefaultIfAbsent = true)
    PairChoice m_pair = PairChoice.ALL;

    @Widget(title = "Angular spectrum", description = """
        What stands between the directions of the state. Discrete beams have instabilities of their own, which a \
        continuous spectrum has not: waves that vanish with straight lines or a Legendre series are spurious. \
        Continuous spectra need polarization and Hamiltonian vectors along one axis, rings (velocities along z) and \
        wave vectors along z. Each species, frequency and damping rate is interpolated by itself. Straight lines \
        are of second order; a Legendre series is exact for polynomials of its order: projected on Gauss-Legendre \
        directions, fitted on others. Default: beams.""")
    @Layout(Sections.Distribution.class)
    @ValueReference(SpectrumReference.class)
    @ValueSwitchWidget
    AngularSpectrum m_angularSpectrum = AngularSpectrum.BEAMS;

    @Widget(title = "Order of the series", description = """
        Highest order of the Legendre series. Default 0: as high as the directions determine it, one less than their \
        number n for Gauss-Legendre directions, the smaller of n/3 and 2√n for others.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = IsLegendre.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostNodes.class)
    int m_legendreOrder;

    @Widget(title = "Maxima in", description = """
        Where the fastest waves are looked for. All waves are found on a grid of the line or the box; the fastest ones \
        of the grid, and others whose slopes promise more, are followed uphill. A peak wider than the spacing of the \
        grid cannot be missed. Default: line.""")
    @Layout(Sections.WaveVectors.class)
    @ValueReference(MaximumReference.class)
    @ValueSwitchWidget
    MaximumIn m_maximumIn = MaximumIn.LINE;

    @Widget(title = "Half-width of the box", description = """
        Largest wave number across the direction, to either side, in the unit of wave numbers. Default 2.""")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsBox.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_kAcross = 2;

    @Widget(title = "Wave numbers across", description = """
        Number of grid points of the box along each of the two axes across the direction, at least 2. The cost is \
        proportional to its square. Default 5.""")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsBox.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_kAcrossCount = 5;

    @Widget(title = "Lowest growth rate", description = """
        Waves that grow more slowly are not looked for. As a share of Σ w|P|, the strength of all modes together \
        (times the self-interaction factor). With many modes the cost is inverse to it. Default 0.001.""")
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_growthFloor = 1e-3;

    @Widget(title = "On failure", description = """
        What happens to a cell in which not every counted wave is found, or one only with a large residual. \
        Default: fail.""", advanced = true)
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.FAIL;

    /** The defaults. */
    UnstableFlavorWavesParameters() {
    }

    /** The defaults for a table. */
    UnstableFlavorWavesParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        if (m_maximumIn == MaximumIn.BOX) {
            if (m_angularSpectrum != AngularSpectrum.BEAMS) {
                throw Messages.settings("A box has wave vectors that are not along z, but the angular spectrum is "
                    + m_angularSpectrum + ".", "Look for the maxima on the line, or take the beams as given.");
            }
            if (m_kAcrossCount < 2 || m_kCount < 2) {
                throw Messages.settings("A box needs at least 2 wave numbers along each axis, but kCount is " + m_kCount
                    + " and kAcrossCount is " + m_kAcrossCount + ".", "Look for the maxima on the line.");
            }
            if ((double) m_kCount * m_kAcrossCount * m_kAcrossCount > MOST_WAVE_VECTORS) {
                throw Messages.settings("A box of " + m_kCount + " x " + m_kAcrossCount + " x " + m_kAcrossCount
                    + " wave vectors is too large.", "Lower kCount or kAcrossCount.");
            }
        }
    }

    /** The choice of the angular spectrum. */
    AngularModel angularModel() {
        return switch (m_angularSpectrum) {
            case BEAMS -> AngularModel.BEAMS;
            case PIECEWISE_LINEAR -> AngularModel.PIECEWISE_LINEAR;
            default -> m_legendreOrder > 0 ? AngularModel.legendre(m_legendreOrder) : AngularModel.LEGENDRE;
        };
    }

    /** The number of wave vectors that are searched in each cell. */
    long waveVectorCount() {
        return m_maximumIn == MaximumIn.BOX ? m_kCount * (1 + (long) m_kAcrossCount * m_kAcrossCount) : m_kCount;
    }

    /** The line as a region, at least two wave numbers. */
    Region line(final WaveVector direction, final double[] ks) {
        final double first = ks[0];
        final double last = ks[ks.length - 1];
        return new Region(direction.times(0.5 * (first + last)), List.of(direction.times(0.5 * (last - first))),
            List.of(ks.length));
    }

    /** The box around the line. */
    Region box(final LeptonNumber lepton, final WaveVector direction, final double[] ks) {
        final Region line = line(direction, ks);
        final WaveVector across = across(direction);
        final WaveVector third = new WaveVector(direction.ky() * across.kz() - direction.kz() * across.ky(),
            direction.kz() * across.kx() - direction.kx() * across.kz(),
            direction.kx() * across.ky() - direction.ky() * across.kx());
        final double width = m_kAcross * (m_kUnit == WaveNumberUnit.LEPTON_NUMBER ? lepton.absolute() : 1);
        return new Region(line.center(), List.of(line.axes().get(0), across.times(width), third.times(width)),
            List.of(ks.length, m_kAcrossCount, m_kAcrossCount));
    }

    /** A unit vector across a direction: the axis least along it, made orthogonal. */
    private static WaveVector across(final WaveVector direction) {
        final double x = Math.abs(direction.kx());
        final double y = Math.abs(direction.ky());
        final double z = Math.abs(direction.kz());
        final WaveVector axis = x <= y && x <= z ? new WaveVector(1, 0, 0)
            : y <= z ? new WaveVector(0, 1, 0) : new WaveVector(0, 0, 1);
        return axis.minus(direction.times(axis.dot(direction.kx(), direction.ky(), direction.kz()))).unit();
    }
}
