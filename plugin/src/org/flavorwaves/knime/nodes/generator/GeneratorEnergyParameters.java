package org.flavorwaves.knime.nodes.generator;

import java.util.Optional;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.physics.distribution.EnergyGrid;
import org.flavorwaves.physics.distribution.EnergySpectra;
import org.flavorwaves.physics.distribution.FermiDirac;
import org.flavorwaves.physics.distribution.FrequencyBox;
import org.knime.core.node.InvalidSettingsException;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The parameters of the node Distribution Generator about energies and vacuum frequencies. */
abstract class GeneratorEnergyParameters extends GeneratorGridParameters {

    /** What modes know of their energy. */
    enum Spectrum {
        @Label(value = "None", description = "Neither energies nor vacuum frequencies.")
        NONE,
        @Label(value = "One frequency", description = "The same vacuum frequency for all modes, column omega.")
        FREQUENCY,
        @Label(value = "Box of frequencies",
            description = "Every mode spread evenly over vacuum frequencies between two ends, column omega.")
        FREQUENCY_BOX,
        @Label(value = "One energy", description = "The same energy for all modes, column E.")
        ENERGY,
        @Label(value = "Fermi-Dirac", description = "Fermi-Dirac spectra on an energy grid, column E.")
        FERMI_DIRAC
    }

    /** The energy grid. */
    enum EnergyRule {
        @Label(value = "Gauss-Laguerre", description = "Scaled with the temperature of the electron neutrinos.")
        GAUSS_LAGUERRE,
        @Label(value = "Uniform", description = "Equal bins from 0 to the largest energy.")
        UNIFORM
    }

    interface SpectrumReference extends ParameterReference<Spectrum> {
    }

    interface RuleReference extends ParameterReference<EnergyRule> {
    }

    static final class IsFrequency implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpectrumReference.class).isOneOf(Spectrum.FREQUENCY);
        }
    }

    static final class IsFrequencyBox implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpectrumReference.class).isOneOf(Spectrum.FREQUENCY_BOX);
        }
    }

    static final class IsEnergy implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpectrumReference.class).isOneOf(Spectrum.ENERGY);
        }
    }

    static final class IsFermiDirac implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpectrumReference.class).isOneOf(Spectrum.FERMI_DIRAC);
        }
    }

    static final class IsUniform implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpectrumReference.class).isOneOf(Spectrum.FERMI_DIRAC)
                .and(i.getEnum(RuleReference.class).isOneOf(EnergyRule.UNIFORM));
        }
    }

    @Widget(title = "Energies", description = """
        What the modes know of their energy. Fermi-Dirac spectra need a family with an angular density. Default: \
        none.""")
    @Layout(Sections.Energy.class)
    @ValueReference(SpectrumReference.class)
    Spectrum m_spectrum = Spectrum.NONE;

    @Widget(title = "Vacuum frequency", description = """
        ω = Δm²/(2E) of all modes in the units of the potentials (cm⁻¹ with CGS), without the species sign. \
        Default 1.""")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFrequency.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_omega = 1;

    @Widget(title = "Lowest frequency", description = """
        Lower end of the box of vacuum frequencies, in the units of the potentials; negative for inverted ordering. \
        Default 0.""")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFrequencyBox.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_omegaLower;

    @Widget(title = "Highest frequency", description = "Upper end of the box of vacuum frequencies. Default 2.")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFrequencyBox.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_omegaUpper = 2;

    @Widget(title = "Number of frequencies", description = """
        Number of equal bins; each mode becomes as many. Default 100.""")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFrequencyBox.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    @Migrate(loadDefaultIfAbsent = true)
    int m_nFrequencies = 100;

    @Widget(title = "Energy", description = "Energy of all modes in MeV. Default 10.")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsEnergy.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.MostEnergy.class)
    double m_energy = 10;

    @Widget(title = "Temperature of nu_e", description = "In MeV. Default 4.")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFermiDirac.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.MostTemperature.class)
    double m_temperatureNuE = 4;

    @Widget(title = "Temperature of nubar_e", description = "In MeV. Default 5.")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFermiDirac.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.MostTemperature.class)
    double m_temperatureNubarE = 5;

    @Widget(title = "Temperature of nu_x", description = "Of nu_x and nubar_x, in MeV. Default 6.")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFermiDirac.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.MostTemperature.class)
    double m_temperatureNuX = 6;

    @Widget(title = "Degeneracy of nu_e", description = "η = chemical potential over temperature. Default 0.")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFermiDirac.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.LeastDegeneracy.class, maxValidation = Bounds.MostDegeneracy.class)
    double m_etaNuE;

    @Widget(title = "Degeneracy of nubar_e", description = "η of nubar_e. Default 0.")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFermiDirac.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.LeastDegeneracy.class, maxValidation = Bounds.MostDegeneracy.class)
    double m_etaNubarE;

    @Widget(title = "Degeneracy of nu_x", description = "η of nu_x and nubar_x. Default 0.")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFermiDirac.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.LeastDegeneracy.class, maxValidation = Bounds.MostDegeneracy.class)
    double m_etaNuX;

    @Widget(title = "Energy grid", description = "How energies are sampled. Default: Gauss-Laguerre.")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFermiDirac.class, type = EffectType.SHOW)
    @ValueReference(RuleReference.class)
    @ValueSwitchWidget
    EnergyRule m_energyRule = EnergyRule.GAUSS_LAGUERRE;

    @Widget(title = "Number of energies", description = "Default 8; at most 150 for Gauss-Laguerre.")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsFermiDirac.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostNodes.class)
    int m_nEnergies = 8;

    @Widget(title = "Largest energy", description = "Upper end of the last bin in MeV. Default 60.")
    @Layout(Sections.Energy.class)
    @Effect(predicate = IsUniform.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.MostEnergy.class)
    double m_maxEnergy = 60;

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        try {
            spectra();
            frequencyBox();
        } catch (final IllegalArgumentException e) {
            throw Messages.settings(e.getMessage());
        }
    }

    boolean hasEnergy() {
        return m_spectrum == Spectrum.ENERGY || m_spectrum == Spectrum.FERMI_DIRAC;
    }

    boolean hasOmega() {
        return m_spectrum == Spectrum.FREQUENCY || m_spectrum == Spectrum.FREQUENCY_BOX;
    }

    Optional<FrequencyBox> frequencyBox() {
        return m_spectrum == Spectrum.FREQUENCY_BOX
            ? Optional.of(new FrequencyBox(m_omegaLower, m_omegaUpper, m_nFrequencies)) : Optional.empty();
    }

    Optional<EnergySpectra> spectra() {
        if (m_spectrum != Spectrum.FERMI_DIRAC) {
            return Optional.empty();
        }
        final EnergyGrid grid = m_energyRule == EnergyRule.UNIFORM ? EnergyGrid.uniform(m_nEnergies, m_maxEnergy)
            : EnergyGrid.gaussLaguerre(m_nEnergies, m_temperatureNuE);
        final FermiDirac nuX = new FermiDirac(m_temperatureNuX, m_etaNuX);
        return Optional.of(new EnergySpectra(grid, new FermiDirac(m_temperatureNuE, m_etaNuE),
            new FermiDirac(m_temperatureNubarE, m_etaNubarE), nuX, nuX));
    }
}
