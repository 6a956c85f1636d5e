package org.flavorwaves.embedded.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

class ParametersCodecTest {

    static final class Demo implements NodeParameters {

        double m_offset = 3;

        String m_name = "n";
    }

    enum Units {
        NATURAL, CGS
    }

    static class Base implements NodeParameters {

        int m_first = 1;
    }

    static final class Group implements WidgetGroup, Persistable {

        boolean m_flag = true;
    }

    static final class Percent implements NodeParametersPersistor<Double> {

        @Override
        public Double load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return settings.getDouble("percent") / 100;
        }

        @Override
        public void save(final Double param, final NodeSettingsWO settings) {
            settings.addDouble("percent", param * 100);
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][] {{"percent"}};
        }
    }

    static final class Full extends Base {

        static final String CONSTANT = "not stored";

        Units m_units = Units.NATURAL;

        Optional<Double> m_maybe = Optional.empty();

        Group m_group = new Group();

        Group[] m_groups = {new Group(), new Group()};

        List<Group> m_list = List.of(new Group());

        double[] m_numbers = {1, 2};

        @Persist(configKey = "other")
        long m_renamed = 5;

        @Migrate(loadDefaultIfAbsent = true)
        double m_later = 0.25;

        @Persistor(Percent.class)
        @Migrate(loadDefaultIfAbsent = true)
        double m_fraction = 0.5;

        transient int m_cache;

        private int m_hidden;
    }

    private static NodeSettings save(final NodeParameters parameters) {
        final NodeSettings settings = new NodeSettings("model");
        ParametersCodec.save(parameters, settings);
        return settings;
    }

    @Test
    void writesTheSettingsThatKnimeWrote() throws Exception {
        try (InputStream in = getClass().getResourceAsStream("sample-defaultnode-settings.xml")) {
            final NodeSettingsRO model = NodeSettings.loadFromXML(in).getNodeSettings("model");

            final Demo demo = ParametersCodec.load(Demo.class, model);

            assertThat(demo.m_offset).isEqualTo(1000.0);
            assertThat(demo.m_name).isEqualTo("x plus");
            assertThat(save(demo)).isEqualTo(model);
            assertThat(save(demo).keySet()).containsExactly("offset", "name");
        }
    }

    @Test
    void storesEveryKindOfField() throws Exception {
        final NodeSettings settings = save(new Full());

        assertThat(settings.keySet()).containsExactly("first", "units", "maybe", "maybe_is_present", "group", "groups",
            "list", "numbers", "other", "later", "percent");
        assertThat(settings.getString("units")).isEqualTo("NATURAL");
        assertThat(settings.getDouble("maybe")).isEqualTo(0.0);
        assertThat(settings.getBoolean("maybe_is_present")).isFalse();
        assertThat(settings.getNodeSettings("groups").keySet()).containsExactly("0", "1");
        assertThat(settings.getDouble("percent")).isEqualTo(50.0);
        assertThat(save(ParametersCodec.load(Full.class, settings))).isEqualTo(settings);
    }

    @Test
    void readsWhatWasSet() throws Exception {
        final Full full = new Full();
        full.m_units = Units.CGS;
        full.m_maybe = Optional.of(7.0);
        full.m_groups = new Group[0];
        full.m_group.m_flag = false;
        full.m_fraction = 0.125;
        full.m_first = 9;

        final Full back = ParametersCodec.load(Full.class, save(full));

        assertThat(back.m_units).isEqualTo(Units.CGS);
        assertThat(back.m_maybe).contains(7.0);
        assertThat(back.m_groups).isEmpty();
        assertThat(back.m_group.m_flag).isFalse();
        assertThat(back.m_list).hasSize(1);
        assertThat(back.m_fraction).isEqualTo(0.125);
        assertThat(back.m_first).isEqualTo(9);
        assertThat(back.m_hidden).isZero();
    }

    @Test
    void aMissingKeyIsAnErrorUnlessTheFieldCameLater() throws Exception {
        final NodeSettings settings = save(new Full());
        settings.removeConfig("later");
        settings.removeConfig("percent");

        assertThat(ParametersCodec.load(Full.class, settings).m_later).isEqualTo(0.25);
        assertThat(ParametersCodec.load(Full.class, settings).m_fraction).isEqualTo(0.5);

        settings.removeConfig("units");
        assertThatThrownBy(() -> ParametersCodec.load(Full.class, settings))
            .isInstanceOf(InvalidSettingsException.class).hasMessage("String for key \"units\" not found.");
        settings.addString("units", "SI");
        assertThatThrownBy(() -> ParametersCodec.load(Full.class, settings))
            .hasMessage("Invalid value 'SI'. Possible values: NATURAL, CGS");
    }
}
