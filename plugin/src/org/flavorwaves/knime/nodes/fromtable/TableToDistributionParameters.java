package org.flavorwaves.knime.nodes.fromtable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.fromtable.TableLayout.Quantity;
import org.flavorwaves.knime.table.DensityMatrixColumns;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.NearNames;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.table.moments.HeavyLeptonMeaning;
import org.flavorwaves.physics.distribution.FlavorSpecies;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
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
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Parameters of the node Table to Distribution: which column means what. */
final class TableToDistributionParameters implements NodeParameters {

    /** What the rows of the table are. */
    enum Representation {
        @Label(value = "Occupations", description = "One row a direction [and energy], one column a kind of neutrino.")
        OCCUPATIONS,
        @Label(value = "Polarization", description = "One row a mode, with the columns species, P0, Px, Py, Pz.")
        POLARIZATION,
        @Label(value = "Density matrix", description = """
            One row a mode of three flavors, with the columns species, rho_ee, rho_mm, rho_tt, rho_em_re to \
            rho_mt_im, and optionally omega21 and omega31.""")
        DENSITY_MATRIX
    }

    /** How directions are given. */
    enum Directions {
        @Label(value = "Vectors", description = "Three columns: the components of the velocity.")
        VECTORS,
        @Label(value = "Rings", description = "One column: cos θ of axisymmetric rings.")
        RINGS
    }

    interface RepresentationReference extends ParameterReference<Representation> {
    }

    interface DirectionsReference extends ParameterReference<Directions> {
    }

    static final class HasOccupations implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RepresentationReference.class).isOneOf(Representation.OCCUPATIONS);
        }
    }

    static final class HasPolarization implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RepresentationReference.class).isOneOf(Representation.POLARIZATION);
        }
    }

    static final class HasVectors implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DirectionsReference.class).isOneOf(Directions.VECTORS);
        }
    }

    static final class HasRings implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DirectionsReference.class).isOneOf(Directions.RINGS);
        }
    }

    @Widget(title = "Representation", description = "What the rows of the table are. Guessed from the columns of the "
        + "first table; without one: occupations.")
    @Layout(Sections.Columns.class)
    @ValueSwitchWidget
    @ValueReference(RepresentationReference.class)
    Representation m_representation = Representation.OCCUPATIONS;

    @Widget(title = "Electron neutrinos", description = "Occupation of ν_e, between 0 and 1. None: "
        + "zero, where the electron antineutrinos have a column.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasOccupations.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_nuEColumn = FlavorSpecies.NU_E.label();

    @Widget(title = "Electron antineutrinos", description = "Occupation of the electron antineutrinos. None: zero.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasOccupations.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_nubarEColumn = ColumnChoices.NONE;

    @Widget(title = "Heavy-lepton neutrinos", description = "Occupation of ν_x; what it counts is said below. "
        + "None: zero.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasOccupations.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_nuXColumn = ColumnChoices.NONE;

    @Widget(title = "Heavy-lepton antineutrinos", description = "Occupation of the heavy-lepton antineutrinos. None: "
        + "equal to the neutrinos.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasOccupations.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_nubarXColumn = ColumnChoices.NONE;

    @Widget(title = "Species", description = "Text, nu for neutrinos and nubar for antineutrinos.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasOccupations.class, type = EffectType.HIDE)
    @ChoicesProvider(ColumnChoices.Texts.class)
    String m_speciesColumn = StateColumns.SPECIES;

    @Widget(title = "P0", description = "Occupation trace f_e + f_x.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasPolarization.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.Numbers.class)
    String m_p0Column = StateColumns.P0;

    @Widget(title = "Px", description = "First component of the polarization vector.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasPolarization.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.Numbers.class)
    String m_pxColumn = StateColumns.PX;

    @Widget(title = "Py", description = "Second component of the polarization vector.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasPolarization.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.Numbers.class)
    String m_pyColumn = StateColumns.PY;

    @Widget(title = "Pz", description = "Third component of the polarization vector, f_e - f_x in flavor states.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasPolarization.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.Numbers.class)
    String m_pzColumn = StateColumns.PZ;

    @Widget(title = "Directions", description = "How directions are given. Guessed from the columns of the first "
        + "table; without one: vectors.")
    @Layout(Sections.Columns.class)
    @ValueSwitchWidget
    @ValueReference(DirectionsReference.class)
    Directions m_directions = Directions.VECTORS;

    @Widget(title = "vx", description = "First component of the velocity, in units of c.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasVectors.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.Numbers.class)
    String m_vxColumn = StateColumns.VX;

    @Widget(title = "vy", description = "Second component of the velocity.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasVectors.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.Numbers.class)
    String m_vyColumn = StateColumns.VY;

    @Widget(title = "vz", description = "Third component of the velocity.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasVectors.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.Numbers.class)
    String m_vzColumn = StateColumns.VZ;

    @Widget(title = "cos θ", description = "Cosine of the polar angle of a ring, between -1 and 1.")
    @Layout(Sections.Columns.class)
    @Effect(predicate = HasRings.class, type = EffectType.SHOW)
    @ChoicesProvider(ColumnChoices.Numbers.class)
    String m_muColumn = StateColumns.MU;

    @Widget(title = "Weight", description = """
        Density per unit occupation of a row. None is possible with rings without energies: the weights are then those \
        of the Gauss-Legendre, midpoint or trapezoid rule that has the values of cos θ, with the sum 2; other values \
        are refused.""")
    @Layout(Sections.Columns.class)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_weightColumn = ColumnChoices.NONE;

    @Widget(title = "Cell", description = "Text or integer that tells spatial cells apart. None: all rows are one "
        + "cell.")
    @Layout(Sections.Columns.class)
    @ChoicesProvider(ColumnChoices.OptionalKeys.class)
    String m_cellColumn = ColumnChoices.NONE;

    @Widget(title = "Energy", description = "Energy in MeV. None: no energies.")
    @Layout(Sections.Columns.class)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_energyColumn = ColumnChoices.NONE;

    @Widget(title = "Vacuum frequency", description = "Vacuum frequency ω in the unit of the potentials. None: no "
        + "frequencies; nodes may make them from energies.", advanced = true)
    @Layout(Sections.Columns.class)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_omegaColumn = ColumnChoices.NONE;

    @Widget(title = "Depolarization", description = "Depolarization rate in the unit of the potentials. None: no "
        + "rates.", advanced = true)
    @Layout(Sections.Columns.class)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_depolarizationColumn = ColumnChoices.NONE;

    @Widget(title = "Absorption", description = """
        Rate of absorption and emission, in the unit of the potentials, of both modes of a row; it needs the four \
        columns of the source. None: no absorption.""", advanced = true)
    @Layout(Sections.Columns.class)
    @Migrate(loadDefaultIfAbsent = true)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_kappaColumn = ColumnChoices.NONE;

    @Widget(title = "Source P0", description = """
        Occupation f_e + f_x of the source, which emission drives the mode to.""", advanced = true)
    @Layout(Sections.Columns.class)
    @Migrate(loadDefaultIfAbsent = true)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_p0SourceColumn = ColumnChoices.NONE;

    @Widget(title = "Source Px", description = """
        First component of the polarization vector of the source.""", advanced = true)
    @Layout(Sections.Columns.class)
    @Migrate(loadDefaultIfAbsent = true)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_pxSourceColumn = ColumnChoices.NONE;

    @Widget(title = "Source Py", description = """
        Second component of the polarization vector of the source.""", advanced = true)
    @Layout(Sections.Columns.class)
    @Migrate(loadDefaultIfAbsent = true)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_pySourceColumn = ColumnChoices.NONE;

    @Widget(title = "Source Pz", description = """
        Third component of the polarization vector of the source, f_e - f_x.""", advanced = true)
    @Layout(Sections.Columns.class)
    @Migrate(loadDefaultIfAbsent = true)
    @ChoicesProvider(ColumnChoices.OptionalNumbers.class)
    String m_pzSourceColumn = ColumnChoices.NONE;

    @Widget(title = "Meaning of nu_x", description = "What the column of heavy-lepton neutrinos counts. Default: one "
        + "kind.")
    @Layout(Sections.SpeciesMeaning.class)
    @Effect(predicate = HasOccupations.class, type = EffectType.SHOW)
    HeavyLeptonMeaning m_nuX = HeavyLeptonMeaning.ONE;

    @Widget(title = "Change of flavors", description = """
        Makes three flavors of two, or two of three, and says what the other flavor x is. The mean of both heavy \
        flavors and x alone are states that most nodes take; three flavors are taken by the nodes that say so. \
        Default: no change.""")
    @Layout(Sections.SpeciesMeaning.class)
    @Migrate(loadDefaultIfAbsent = true)
    FlavorChange m_flavorChange = FlavorChange.NONE;

    @Widget(title = "Units", description = """
        Natural (the default): weights are potentials. CGS: they are densities in cm⁻³. The state declares the unit on \
        its column "weight". A weight column that declares its own unit must agree.""")
    @Layout(Sections.UnitChoice.class)
    @ValueSwitchWidget
    UnitSystem m_units = UnitSystem.NATURAL;

    TableToDistributionParameters() {
    }

    TableToDistributionParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(this::guess);
    }

    /** Chooses the columns of a table that have the usual names. */
    void guess(final DataTableSpec spec) {
        m_nubarEColumn = ColumnChoices.guess(spec, FlavorSpecies.NUBAR_E.label(), ColumnChoices.NONE);
        m_nuEColumn = ColumnChoices.guess(spec, m_nuEColumn,
            m_nubarEColumn.isEmpty() ? m_nuEColumn : ColumnChoices.NONE);
        m_nuXColumn = ColumnChoices.guess(spec, FlavorSpecies.NU_X.label(), ColumnChoices.NONE);
        m_nubarXColumn = ColumnChoices.guess(spec, FlavorSpecies.NUBAR_X.label(), ColumnChoices.NONE);
        m_speciesColumn = ColumnChoices.guess(spec, m_speciesColumn, m_speciesColumn);
        m_p0Column = ColumnChoices.guess(spec, m_p0Column, m_p0Column);
        m_pxColumn = ColumnChoices.guess(spec, m_pxColumn, m_pxColumn);
        m_pyColumn = ColumnChoices.guess(spec, m_pyColumn, m_pyColumn);
        m_pzColumn = ColumnChoices.guess(spec, m_pzColumn, m_pzColumn);
        m_vxColumn = ColumnChoices.guess(spec, m_vxColumn, m_vxColumn);
        m_vyColumn = ColumnChoices.guess(spec, m_vyColumn, m_vyColumn);
        m_vzColumn = ColumnChoices.guess(spec, m_vzColumn, m_vzColumn);
        m_muColumn = ColumnChoices.guess(spec, m_muColumn, m_muColumn);
        m_weightColumn = ColumnChoices.guess(spec, StateColumns.WEIGHT, ColumnChoices.NONE);
        m_cellColumn = ColumnChoices.guess(spec, StateColumns.CELL, ColumnChoices.NONE);
        m_energyColumn = ColumnChoices.guess(spec, StateColumns.ENERGY, ColumnChoices.NONE);
        m_omegaColumn = ColumnChoices.guess(spec, StateColumns.OMEGA, ColumnChoices.NONE);
        m_depolarizationColumn = ColumnChoices.guess(spec, StateColumns.DEPOLARIZATION, ColumnChoices.NONE);
        if (StateColumns.ABSORPTION.stream().allMatch(spec::containsName)) {
            m_kappaColumn = StateColumns.KAPPA;
            m_p0SourceColumn = StateColumns.P0_SOURCE;
            m_pxSourceColumn = StateColumns.PX_SOURCE;
            m_pySourceColumn = StateColumns.PY_SOURCE;
            m_pzSourceColumn = StateColumns.PZ_SOURCE;
        }
        if (!spec.containsName(m_nuEColumn) && m_nubarEColumn.isEmpty() && spec.containsName(m_p0Column)) {
            m_representation = Representation.POLARIZATION;
        }
        if (DensityMatrixColumns.in(spec)) {
            m_representation = Representation.DENSITY_MATRIX;
        }
        if (!spec.containsName(m_vxColumn) && spec.containsName(m_muColumn)) {
            m_directions = Directions.RINGS;
        }
        final DataColumnSpec weight = spec.getColumnSpec(m_weightColumn);
        if (weight != null
            && WeightUnit.PER_CM3.label().equals(weight.getProperties().getProperty(WeightUnit.PROPERTY))) {
            m_units = UnitSystem.CGS;
        }
    }

    /** Columns that are not chosen but have almost the name of a kind of column of which none is chosen. */
    List<String> namesInDoubt(final DataTableSpec spec) {
        final Map<String, String> chosen = Map.of(StateColumns.CELL, m_cellColumn, StateColumns.ENERGY, m_energyColumn,
            StateColumns.OMEGA, m_omegaColumn, StateColumns.DEPOLARIZATION, m_depolarizationColumn,
            StateColumns.KAPPA, m_kappaColumn, StateColumns.P0_SOURCE, m_p0SourceColumn, StateColumns.PX_SOURCE,
            m_pxSourceColumn, StateColumns.PY_SOURCE, m_pySourceColumn, StateColumns.PZ_SOURCE, m_pzSourceColumn);
        final List<String> names = new ArrayList<>(List.of(spec.getColumnNames()));
        names.removeAll(chosen.values());
        names.removeAll(List.of(m_nuEColumn, m_nubarEColumn, m_nuXColumn, m_nubarXColumn, m_speciesColumn, m_p0Column,
            m_pxColumn, m_pyColumn, m_pzColumn, m_vxColumn, m_vyColumn, m_vzColumn, m_muColumn, m_weightColumn));
        names.removeAll(chosen.keySet());
        if (densityMatrix()) {
            names.removeAll(StateColumns.READ_THREE);
        }
        return NearNames.of(names,
            chosen.keySet().stream().filter(name -> chosen.get(name).isEmpty()).sorted().toList());
    }

    @Override
    public void validate() throws InvalidSettingsException {
        checkAbsorption();
        if (occupations() && m_nuX.holdsAntineutrinos() && !m_nubarXColumn.isEmpty()) {
            throw Messages.settings("nubarXColumn is '" + m_nubarXColumn + "', but nu_x is said to hold the "
                + "antineutrinos too.", "Choose another meaning of nu_x, or no column for nubar_x.");
        }
    }

    /** The columns of absorption and its source; all are named or none. */
    Map<Quantity, String> absorption() {
        return Map.of(Quantity.KAPPA, m_kappaColumn, Quantity.P0_SOURCE, m_p0SourceColumn, Quantity.PX_SOURCE,
            m_pxSourceColumn, Quantity.PY_SOURCE, m_pySourceColumn, Quantity.PZ_SOURCE, m_pzSourceColumn);
    }

    private void checkAbsorption() throws InvalidSettingsException {
        final Map<Quantity, String> columns = absorption();
        final List<Quantity> absent = columns.keySet().stream().filter(q -> columns.get(q).isEmpty()).sorted().toList();
        if (!absent.isEmpty() && absent.size() < columns.size()) {
            throw Messages.settings("Absorption needs all or none of kappaColumn, p0SourceColumn, pxSourceColumn, "
                + "pySourceColumn and pzSourceColumn, but no column is named for "
                + absent.stream().map(Quantity::name).collect(Collectors.joining(", ")) + ".",
                "Name the columns, or choose none for all five.");
        }
    }

    boolean occupations() {
        return m_representation == Representation.OCCUPATIONS;
    }

    boolean densityMatrix() {
        return m_representation == Representation.DENSITY_MATRIX;
    }

    boolean rings() {
        return m_directions == Directions.RINGS;
    }
}
