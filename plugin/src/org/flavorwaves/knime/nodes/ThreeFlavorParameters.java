package org.flavorwaves.knime.nodes;

import org.flavorwaves.knime.table.MassSplittings;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/**
 * The parameters of every node that takes states of two and of three flavors: those of two, and the mixing of three.
 *
 * <p>The defaults are the best fit of NuFIT 6.0 (Esteban et al., JHEP 12 (2024) 216, table 1: normal ordering, with the
 * atmospheric data of IceCube and Super-Kamiokande).
 */
public abstract class ThreeFlavorParameters extends EnvironmentParameters {
    /** What the input port of a node takes beside a state of two flavors. */
    public static final String INPUT = """
         A state may have three flavors: the density matrix rho_ee, rho_mm, rho_tt, rho_em_re to rho_mt_im in the \
        place of P0 to Pz, and omega21, omega31 in that of omega.""";

    /** Key {@code theta12}. */
    @Widget(title = "Mixing angle θ₁₂", description = """
        Three flavors: solar angle in rad. Default 0.5878 (33.68°), like all of this group the best fit of NuFIT 6.0 \
        (JHEP 12 (2024) 216, normal ordering, with atmospheric data of IceCube and Super-Kamiokande). A state of \
        three flavors uses this group in the place of the mixing angle and mass splitting of two.""")
    @Layout(Sections.ThreeFlavors.class)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.RightAngle.class)
    protected double m_theta12 = Math.toRadians(33.68);

    /** Key {@code theta23}. */
    @Widget(title = "Mixing angle θ₂₃", description = """
        Three flavors: atmospheric angle in rad. Default 0.7557 (43.3°).""")
    @Layout(Sections.ThreeFlavors.class)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.RightAngle.class)
    protected double m_theta23 = Math.toRadians(43.3);

    /** Key {@code theta13}. */
    @Widget(title = "Mixing angle θ₁₃", description = """
        Three flavors: reactor angle in rad. Default 0.1494 (8.56°).""")
    @Layout(Sections.ThreeFlavors.class)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.RightAngle.class)
    protected double m_theta13 = Math.toRadians(8.56);

    /** Key {@code deltaCP}. */
    @Widget(title = "CP phase", description = """
        Three flavors: phase δ of the mixing matrix in rad, in the convention of the Particle Data Group. Default \
        3.7001 (212°).""")
    @Layout(Sections.ThreeFlavors.class)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = Bounds.LeastPhase.class, maxValidation = Bounds.MostPhase.class)
    protected double m_deltaCP = Math.toRadians(212);

    /** Key {@code deltaM21}. */
    @Widget(title = "Mass splitting 21", description = """
        Three flavors: m₂² - m₁² in eV². With the column "E" (MeV) it gives the vacuum frequencies Δm²/(2E) in cm⁻¹; \
        not used when the state has the columns "omega21" and "omega31", and without these columns and "E" there is \
        no vacuum term. Default 7.49e-5.""")
    @Layout(Sections.ThreeFlavors.class)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = Bounds.LeastSplitting.class, maxValidation = Bounds.MostSplitting.class)
    protected double m_deltaM21 = 7.49e-5;

    /** Key {@code deltaM31}. */
    @Widget(title = "Mass splitting 31", description = """
        Three flavors: m₃² - m₁² in eV², negative for the inverted ordering (best fit there -2.409e-3, which is \
        m₃² - m₂² = -2.484e-3 plus the other splitting). Default 2.513e-3.""")
    @Layout(Sections.ThreeFlavors.class)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = Bounds.LeastSplitting.class, maxValidation = Bounds.MostSplitting.class)
    protected double m_deltaM31 = 2.513e-3;

    /** The defaults. */
    protected ThreeFlavorParameters() {
    }

    /**
     * The defaults for a table.
     *
     * @param input what the node is connected to
     */
    protected ThreeFlavorParameters(final NodeParametersInput input) {
        super(input);
    }

    /**
     * The surroundings of a gas of three flavors.
     *
     * @return mixing angles, phase, matter potential and self-interaction factor
     */
    public final ThreeFlavorEnvironment threeFlavorEnvironment() {
        return new ThreeFlavorEnvironment(m_theta12, m_theta23, m_theta13, m_deltaCP, m_matterPotential,
            m_selfInteraction);
    }

    /**
     * The mass splittings of two and of three flavors.
     *
     * @return mass-squared differences in eV^2
     */
    public final MassSplittings splittings() {
        return new MassSplittings(m_deltaM2, m_deltaM21, m_deltaM31);
    }
}
