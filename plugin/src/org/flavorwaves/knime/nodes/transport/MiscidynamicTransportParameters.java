package org.flavorwaves.knime.nodes.transport;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.EnvironmentParameters;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
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

/** Parameters of the node Miscidynamic Transport. */
final class MiscidynamicTransportParameters extends EnvironmentParameters {

    /** What the stream depends on. */
    enum Geometry {
        @Label(value = "Homogeneous", description = "A uniform medium that changes in time.")
        HOMOGENEOUS,
        @Label(value = "Slab", description = "Everything varies along z.")
        SLAB,
        @Label(value = "Bulb", description = """
            Neutrinos leave a sphere, on which their directions and weights are given, and stream along straight \
            lines; z is the distance from its centre.""")
        BULB
    }

    /** What fluctuations do. */
    enum ClosureChoice {
        @Label(value = "Adiabatic", description = """
            Nothing: |P| of each mode is kept along its way. The growth rates tell where waves would grow.""")
        ADIABATIC,
        @Label(value = "Flavor waves", description = """
            The intensities of growing waves move by place and wave number, and take what they gain from the modes. \
            For streams along one flavor axis, of rings or any directions on the sphere, without vacuum term, in \
            slabs and uniform media. Rings have longitudinal waves, two at most of a wave number; directions have \
            those and transverse ones, four at most.""")
        FLAVOR_WAVES,
        @Label(value = "Wave matrix", description = """
            The density matrix of the waves is carried along with its coherences, so that waves give back what they \
            carry away. For streams along one flavor axis in slabs and uniform media, up to 128 modes.""")
        WAVE_MATRIX,
        @Label(value = "Flavomons", description = """
            The same exchange, begun with quanta: the quasi-linear kinetics of flavomons with streaming. The waves \
            are numbers N of flavomons. For the same streams as flavor waves.""")
        FLAVOMONS,
        @Label(value = "Relaxation", description = """
            Cells with a crossing relax to the state of the box-like scheme at the rate of the fastest wave: what \
            others use, for comparison. For streams along z.""")
        BGK,
        @Label(value = "Wave equilibrium", description = """
            Waves without kinetics of their own: every unstable cell goes to the nearest stable state on the way on \
            which its growing waves would take from the modes. For streams as of flavor waves, of rings or directions \
            that fill a sphere evenly about z, by longitudinal waves.""")
        WAVE_EQUILIBRIUM;

        /** Whether it takes the grid of wave numbers. */
        boolean hasWaves() {
            return this == WAVE_MATRIX || this == WAVE_EQUILIBRIUM || hasKinetics();
        }

        /** Whether intensities of its waves have equations of their own. */
        boolean hasKinetics() {
            return this == FLAVOR_WAVES || this == FLAVOMONS;
        }

        /** Whether a stream goes on from its waves. */
        boolean hasMemory() {
            return this == WAVE_MATRIX || hasKinetics();
        }
    }

    /** In which frame wave numbers are given. */
    enum Frame {
        @Label(value = "Physical", description = "K, which waves keep while the medium changes.")
        PHYSICAL,
        @Label(value = "Shifted", description = """
            k = K + D¹, which moves with the flux of lepton number; for flavor waves and flavomons of a uniform \
            medium.""")
        SHIFTED
    }

    /** What happens at an end of the slab. */
    enum End {
        @Label(value = "Inflow", description = "The modes of the state enter.")
        INFLOW(FlowBoundary.INFLOW),
        @Label(value = "Outflow", description = "Nothing enters.")
        OUTFLOW(FlowBoundary.OUTFLOW),
        @Label(value = "Reflecting", description = """
            What leaves comes back in the mode of its species, frequency and weight with the opposite velocity.""")
        REFLECTING(FlowBoundary.REFLECTING),
        @Label(value = "Periodic", description = "What leaves enters at the other end.")
        PERIODIC(FlowBoundary.PERIODIC);

        private final FlowBoundary m_physics;

        End(final FlowBoundary physics) {
            m_physics = physics;
        }

        FlowBoundary physics() {
            return m_physics;
        }
    }

    interface GeometryReference extends ParameterReference<Geometry> {
    }

    interface ClosureReference extends ParameterReference<ClosureChoice> {
    }

    static final class HasWaves implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ClosureReference.class).isOneOf(ClosureChoice.FLAVOR_WAVES,
                ClosureChoice.FLAVOMONS, ClosureChoice.WAVE_MATRIX);
        }
    }

    static final class IsMatrix implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ClosureReference.class).isOneOf(ClosureChoice.WAVE_MATRIX);
        }
    }

    static final class IsBulb implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GeometryReference.class).isOneOf(Geometry.BULB);
        }
    }

    static final class Streams implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GeometryReference.class).isOneOf(Geometry.SLAB, Geometry.BULB);
        }
    }

    static final class IsSlab implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GeometryReference.class).isOneOf(Geometry.SLAB);
        }
    }

    @Widget(title = "Geometry", description = "What the stream depends on. Default: slab.")
    @Layout(Sections.Box.class)
    @ValueReference(GeometryReference.class)
    @ValueSwitchWidget
    Geometry m_geometry = Geometry.SLAB;

    @Widget(title = "Stationary", description = """
        Whether the stream does not change in time: then it is followed along z from the inflow. Needed without \
        matter; not for a uniform medium, whose state changes in time alone. Default: off.""")
    @Layout(Sections.Box.class)
    boolean m_stationary;

    @Widget(title = "Closure", description = "What fluctuations do to |P|. Default: adiabatic.")
    @Layout(Sections.Box.class)
    @ValueReference(ClosureReference.class)
    @ValueSwitchWidget
    ClosureChoice m_closure = ClosureChoice.ADIABATIC;

    @Widget(title = "End time", description = """
        Duration: in the inverse of the unit of the potentials, with CGS in s. Not used by a stationary stream. \
        Default 0: twice the time in which light crosses the stream; in a uniform medium the last time of the profile, \
        or 20/(Σ w|P|) if it has one row.""")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_tEnd;

    @Widget(title = "Outputs", description = """
        Number of equal intervals of time between outputs; the start is an output too. Default 10.""")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_outputs = 10;

    @Widget(title = "Cells", description = """
        Number of cells of equal width along z; of a stationary stream the number of intervals between places. \
        Default 50.""")
    @Layout(Sections.Box.class)
    @Effect(predicate = Streams.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostPoints.class)
    int m_cells = 50;

    @Widget(title = "End of the stream", description = """
        Last z, in the inverse of the unit of the potentials (cm with CGS). The stream begins at the first z of the \
        profile. Default 0: the last z of the profile.""")
    @Layout(Sections.Box.class)
    @Effect(predicate = Streams.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_zEnd;

    @Widget(title = "Radius", description = """
        Radius of the sphere, in the units of z. Directions and weights of the state are those on it. Default 0: the \
        first z of the profile.""")
    @Layout(Sections.Box.class)
    @Effect(predicate = IsBulb.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_radius;

    @Widget(title = "Left end", description = "What happens at the first z of a slab. Default: inflow.")
    @Layout(Sections.Box.class)
    @Effect(predicate = IsSlab.class, type = EffectType.SHOW)
    @ValueSwitchWidget
    End m_boundaryLeft = End.INFLOW;

    @Widget(title = "Right end", description = "What happens at the last z of a slab. Default: inflow.")
    @Layout(Sections.Box.class)
    @Effect(predicate = IsSlab.class, type = EffectType.SHOW)
    @ValueSwitchWidget
    End m_boundaryRight = End.INFLOW;

    @Widget(title = "Frame of the wave numbers", description = """
        What smallest and largest wave number mean. The tables give physical ones. Default: physical.""")
    @Layout(Sections.WaveVectors.class)
    @Migrate(loadDefaultIfAbsent = true)
    @ValueSwitchWidget
    Frame m_kFrame = Frame.PHYSICAL;

    @Widget(title = "Smallest wave number", description = """
        Smallest wave number along z of the waves, in the units of the potentials. Default 0, as the largest: a range \
        about shifted k = 0 that holds all waves.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_kMin;

    @Widget(title = "Largest wave number", description = """
        Largest wave number along z. Default 0.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_kMax;

    @Widget(title = "Number of wave numbers", description = """
        Number of wave numbers at which growing waves are searched in every cell of every output; the fastest is \
        followed to its maximum. It decides how long the node works: a wave number takes milliseconds with ten modes \
        and a tenth of a second with a hundred. 0 searches for none and leaves the growth missing. With a closure of \
        waves the number of cells of the waves; flavor waves and flavomons of a uniform medium may have one. \
        Default 9.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostPoints.class)
    int m_kCount = 9;

    @Widget(title = "Noise", description = """
        Intensity from which waves grow: |P_K|² over |P|², for each transverse component of each mode and unit of \
        wave number, in the inverse of the unit of the potentials. For flavomons the intensity |A|² of the flavor \
        field per unit of wave number that every growing one has at least. Default 5e-6.""")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = HasWaves.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_seed = 5e-6;

    @Widget(title = "Coherences", description = """
        Whether the table of waves ends with all coherences of the wave matrix at the last time, from which a run goes \
        on: N² rows a cell and wave number of N modes. Default: on.""")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsMatrix.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_coherences = true;

    /** The defaults. */
    MiscidynamicTransportParameters() {
    }

    /** The defaults for a table. */
    MiscidynamicTransportParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        if (m_kMax < m_kMin) {
            throw Messages.settings("kMax must not be below kMin but is " + m_kMax + " with kMin = " + m_kMin + ".",
                "Exchange the two, or set both to 0 for the range that holds all waves.");
        }
        if (m_kCount == 1 && !hasUniformWaves()) {
            throw Messages.settings("kCount must be 0, for no search, or at least 2 but is 1; one wave can be followed"
                + " by the closures FLAVOR_WAVES and FLAVOMONS of a uniform medium.");
        }
        if (m_kFrame == Frame.SHIFTED && !hasUniformWaves()) {
            throw Messages.settings("kFrame is SHIFTED, but only flavor waves and flavomons of a uniform medium are"
                + " followed at shifted wave numbers.", "Set kFrame to PHYSICAL.",
                "Set the geometry to HOMOGENEOUS and the closure to FLAVOR_WAVES or FLAVOMONS.");
        }
        if (m_stationary && m_geometry == Geometry.HOMOGENEOUS) {
            throw Messages.settings("stationary is true, but the geometry is HOMOGENEOUS: a uniform medium changes in"
                + " time alone, and what does not change is its mixing equilibrium.", "Set stationary to false.",
                "Take the node Mixing Equilibrium, or Equilibrium Path for a list of surroundings.");
        }
        requireClosure();
        final boolean left = m_boundaryLeft == End.PERIODIC;
        if (m_geometry == Geometry.SLAB && left != (m_boundaryRight == End.PERIODIC)) {
            throw Messages.settings("boundaryLeft is " + m_boundaryLeft + " and boundaryRight is " + m_boundaryRight
                + "; a slab is periodic at both ends or at none.", "Set both to PERIODIC.");
        }
    }

    /** Refuses closures that do not belong to the stream. */
    private void requireClosure() throws InvalidSettingsException {
        if (isStationary() && m_closure != ClosureChoice.ADIABATIC) {
            throw Messages.settings("closure is " + m_closure + ", but a stationary stream has no time in which waves"
                + " grow.", "Set stationary to false and let the stream run until it is steady.",
                "Set the closure to ADIABATIC.");
        }
        if (m_closure.hasWaves() && m_kCount < (hasUniformWaves() ? 1 : 2)) {
            throw Messages.settings("kCount must be at least " + (hasUniformWaves() ? 1 : 2) + " with the closure "
                + m_closure + " but is " + m_kCount + ".");
        }
        if (m_closure.hasWaves() && m_geometry == Geometry.BULB) {
            throw Messages.settings("closure is " + m_closure + " and geometry is BULB, but waves are followed"
                + " through slabs and uniform media, not around spheres.", "Set the closure to ADIABATIC or BGK.",
                "Set the geometry to SLAB.");
        }
        if (m_closure.hasMemory() && hasMirror() && m_kMin != -m_kMax) {
            throw Messages.settings("kMin is " + m_kMin + " and kMax is " + m_kMax + ", but an end of the slab is"
                + " REFLECTING: it sends waves back with the opposite wave number.", "Set kMin to " + -m_kMax + ".",
                "Set both to 0 for the range that holds all waves.");
        }
    }

    /** Whether an end of a slab reflects. */
    boolean hasMirror() {
        return m_geometry == Geometry.SLAB
            && (m_boundaryLeft == End.REFLECTING || m_boundaryRight == End.REFLECTING);
    }

    /** Whether the stream is stationary. */
    boolean isStationary() {
        return m_stationary;
    }

    /** Whether something may enter over time. */
    boolean hasInflow() {
        return !m_stationary && (m_geometry == Geometry.BULB
            || m_geometry == Geometry.SLAB && (m_boundaryLeft == End.INFLOW || m_boundaryRight == End.INFLOW));
    }

    /** Whether growing waves of a uniform medium are followed. */
    boolean hasUniformWaves() {
        return m_closure.hasKinetics() && m_geometry == Geometry.HOMOGENEOUS;
    }
}
