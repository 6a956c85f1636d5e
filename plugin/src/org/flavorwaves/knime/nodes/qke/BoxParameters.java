package org.flavorwaves.knime.nodes.qke;

import java.util.Optional;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.NumberList;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.ThreeFlavorParameters;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.physics.qke.Echo;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The box and the time of the node QKE Box. */
abstract class BoxParameters extends ThreeFlavorParameters {
    private static final String LENGTH = """
        Length of the periodic box along this axis, in the chosen unit. Default 20.""";

    private static final String POINTS = """
        Number of points along this axis, a product of 2, 3 and 5; 1 for an axis along which nothing varies. \
        Harmonics up to (points - 1)/3 are kept.""";

    /** What lengths and times are measured in. */
    enum BoxUnit {
        @Label(value = "Absolute", description = """
            The inverse of the units of the potentials; with CGS lengths in cm and times in s.""")
        ABSOLUTE,
        @Label(value = "Lepton number",
            description = "Multiples of 1/Σ|G|, the inverse absolute lepton number of all directions, of each cell.")
        LEPTON_NUMBER
    }

    @Widget(title = "Unit of length and time", description = """
        What box lengths, duration and time step are given in. Default: absolute, but lepton number when the node is \
        connected to a state in cm⁻³.""")
    @Layout(Sections.Box.class)
    @ValueSwitchWidget
    BoxUnit m_boxUnit = BoxUnit.ABSOLUTE;

    @Widget(title = "Points along x", description = POINTS + " Default 1.")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_pointsX = 1;

    @Widget(title = "Points along y", description = POINTS + " Default 1.")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_pointsY = 1;

    @Widget(title = "Points along z", description = POINTS + " Default 64.")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_pointsZ = 64;

    @Widget(title = "Box length along x", description = LENGTH)
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_boxLengthX = 20;

    @Widget(title = "Box length along y", description = LENGTH)
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_boxLengthY = 20;

    @Widget(title = "Box length along z", description = LENGTH)
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_boxLengthZ = 20;

    @Widget(title = "Duration", description = "Length of the evolution in time, in the chosen unit. Default 20.")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_duration = 20;

    @Widget(title = "Outputs", description = """
        Number of equally spaced times after t = 0 that are written; t = 0 is always written. Steps start afresh at \
        each of them, so that a run can be continued. Default 20.""")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_outputs = 20;

    @Widget(title = "Matter profile", description = """
        Matter that varies along z, added to the matter potential: values of λ at z = 0, L/n, 2L/n, ... over the box \
        length L, separated by commas, in the units of the potentials. λ(z) is the periodic Fourier series of the \
        lowest harmonics through them; with 4 values "1, 0, -1, 0" it is cos(2πz/L). n/2 harmonics must be kept, \
        about 3n/2 points along z. Default: empty, uniform matter.""", advanced = true)
    @Layout(Sections.Surroundings.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_matterProfile = "";

    @Widget(title = "Echo at", description = """
        Time at which the motion is reversed, with all Hamiltonian vectors and velocities, in the chosen unit. Without \
        collisions the start returns at twice this time, which must not exceed the duration; the summary says how \
        much of it. There is no twin then. Default 0: no echo.""", advanced = true)
    @Layout(Sections.Box.class)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_echoAt;

    @Widget(title = "Noise of the echo", description = """
        Root mean square length of Gaussian vectors that are added to all polarization vectors at the reversal, \
        relative to their lengths, which are then restored: directions turn by √(2/3) of it, as the three components \
        have equal shares, and all harmonics that the box keeps. With three flavors vectors of eight components turn \
        the density matrices, by √(3/8) of it. 0 to 1. It follows the seed. Default 0.""", advanced = true)
    @Layout(Sections.Box.class)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.One.class)
    double m_echoNoise;

    /** The defaults. */
    BoxParameters() {
    }

    /** The defaults for a table. */
    BoxParameters(final NodeParametersInput input) {
        super(input);
        if (units() == UnitSystem.CGS) {
            m_boxUnit = BoxUnit.LEPTON_NUMBER;
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        if (2 * m_echoAt > m_duration) {
            throw Messages.settings("echoAt is " + m_echoAt + ", so the start returns at " + 2 * m_echoAt
                + ", after the duration " + m_duration + ".", "Set the duration to at least twice echoAt.");
        }
        if (m_echoNoise != 0 && m_echoAt == 0) {
            throw Messages.settings("echoNoise is " + m_echoNoise + ", but there is no echo.",
                "Set echoAt above 0, or echoNoise to 0.");
        }
        final Optional<MatterProfile> matter = matter();
        try {
            BoxGrid.check(lengths(1), points());
        } catch (final IllegalArgumentException e) {
            throw Messages.settings(e.getMessage(), "Choose numbers of points such as 1, 32, 60, 64, 100 or 128.");
        }
        if (matter.isPresent()) {
            checkMatter(matter.get());
        }
    }

    private void checkMatter(final MatterProfile matter) throws InvalidSettingsException {
        try {
            matter.check(grid(1));
        } catch (final IllegalArgumentException e) {
            throw Messages.settings(e.getMessage());
        }
    }

    /** How matter varies along z; empty if it does not. */
    final Optional<MatterProfile> matter() throws InvalidSettingsException {
        if (m_matterProfile.isBlank()) {
            return Optional.empty();
        }
        final double[] values = NumberList.of("matterProfile", m_matterProfile);
        final double most = new Bounds.MostPotential().getMax();
        for (final double value : values) {
            if (Math.abs(value) > most) {
                throw Messages.settings("matterProfile has the value " + value + "; its size must not exceed " + most
                    + ".");
            }
        }
        return Optional.of(new MatterProfile(values));
    }

    /**
     * The reversal of the motion.
     *
     * @param factor from the chosen unit of time to the inverse of the units of the potentials
     * @param seed of the noise
     * @return the echo; empty if there is none
     */
    final Optional<Echo> echo(final double factor, final long seed) {
        return m_echoAt > 0 ? Optional.of(new Echo(m_echoAt * factor, m_echoNoise, seed)) : Optional.empty();
    }

    /**
     * The box.
     *
     * @param factor from the chosen unit of length to the inverse of the units of the potentials
     * @return the box
     */
    final BoxGrid grid(final double factor) {
        return new BoxGrid(lengths(factor), points());
    }

    private double[] lengths(final double factor) {
        return new double[]{m_boxLengthX * factor, m_boxLengthY * factor, m_boxLengthZ * factor};
    }

    /** The number of points along x, y and z. */
    final int[] points() {
        return new int[]{m_pointsX, m_pointsY, m_pointsZ};
    }

    /**
     * The factor of lengths.
     *
     * @param leptonNumber sum |G| of the cell in the units of the potentials
     * @return from the chosen unit to the inverse of the units of the potentials
     * @throws IllegalArgumentException if lengths are measured in the lepton number and that vanishes
     */
    final double lengthFactor(final double leptonNumber) {
        if (m_boxUnit == BoxUnit.ABSOLUTE) {
            return 1;
        }
        if (leptonNumber == 0) {
            throw new IllegalArgumentException("The lepton number is zero in every direction, so length and time"
                + " cannot be measured in it; set their unit to absolute.");
        }
        return 1 / leptonNumber;
    }

    /**
     * The factor of times.
     *
     * @param leptonNumber sum |G| of the cell in the units of the potentials
     * @param units how times are given
     * @return from the chosen unit to the inverse of the units of the potentials
     */
    final double timeFactor(final double leptonNumber, final StateUnits units) {
        return m_boxUnit == BoxUnit.ABSOLUTE ? units.rateFactor() : lengthFactor(leptonNumber);
    }
}
