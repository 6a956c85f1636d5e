package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.knime.core.node.config.base.ConfigEntries;

class NodeSettingsTest {

    private static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config xmlns="http://www.knime.org/2008/09/XMLConfig" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="http://www.knime.org/2008/09/XMLConfig \
        http://www.knime.org/XMLConfig_2008_09.xsd" key="settings.xml">
        """;

    private static NodeSettings everything() {
        final NodeSettings s = new NodeSettings("settings.xml");
        s.addString("t", "a\nb\t<&\"'> \u00e4 5%% \ue000");
        s.addString("null", null);
        s.addInt("int", -7);
        s.addDouble("double", 1e-300);
        s.addDouble("nan", Double.NaN);
        s.addDouble("infinite", Double.NEGATIVE_INFINITY);
        s.addLong("long", 1L << 40);
        s.addEntry(ConfigEntries.xfloat.createEntry("float", "0.1"));
        s.addEntry(ConfigEntries.xshort.createEntry("short", "3"));
        s.addEntry(ConfigEntries.xbyte.createEntry("byte", "-1"));
        s.addChar("char", 'x');
        s.addBoolean("boolean", true);
        s.addDoubleArray("doubles", 0.1, 2.0);
        s.addStringArray("no texts", (String[]) null);
        s.addNodeSettings("group").addInt("inner", 1);
        return s;
    }

    private static String xml(final NodeSettings settings) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static NodeSettings read(final String xml) throws IOException {
        return (NodeSettings) NodeSettings
            .loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void writesTheFormatOfKnime() throws IOException {
        assertThat(xml(everything())).isEqualTo(HEAD + """
                <entry key="t" type="xstring" value="a%%00010b%%00009&lt;&amp;&quot;'&gt; \u00e4 5%%00037% %%57344"/>
                <entry key="null" type="xstring" isnull="true" value=""/>
                <entry key="int" type="xint" value="-7"/>
                <entry key="double" type="xdouble" value="1.0E-300"/>
                <entry key="nan" type="xdouble" value="NaN"/>
                <entry key="infinite" type="xdouble" value="-Infinity"/>
                <entry key="long" type="xlong" value="1099511627776"/>
                <entry key="float" type="xfloat" value="0.10000000149011612"/>
                <entry key="short" type="xshort" value="3"/>
                <entry key="byte" type="xbyte" value="-1"/>
                <entry key="char" type="xchar" value="x"/>
                <entry key="boolean" type="xboolean" value="true"/>
                <config key="doubles">
                    <entry key="array-size" type="xint" value="2"/>
                    <entry key="0" type="xdouble" value="0.1"/>
                    <entry key="1" type="xdouble" value="2.0"/>
                </config>
                <config key="no texts"/>
                <config key="group">
                    <entry key="inner" type="xint" value="1"/>
                </config>
            </config>
            """);
    }

    @Test
    void readsWhatItWrites() throws Exception {
        final NodeSettings back = read(xml(everything()));

        assertThat(back).isEqualTo(everything());
        assertThat(back.getString("t")).isEqualTo("a\nb\t<&\"'> \u00e4 5%% \ue000");
        assertThat(back.getDoubleArray("doubles")).containsExactly(0.1, 2.0);
        assertThat(back.getStringArray("no texts")).isNull();
        assertThat(back.getNodeSettings("group").getInt("inner")).isEqualTo(1);
    }

    @Test
    void saysWhichKeyIsMissing() {
        final NodeSettings s = everything();

        assertThatThrownBy(() -> s.getDouble("int")).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("Double for key \"int\" not found.");
        assertThatThrownBy(() -> s.getNodeSettings("t")).hasMessage("Config for key \"t\" not found.");
        assertThat(s.getDouble("int", 0.5)).isEqualTo(0.5);
    }

    @Test
    void refusesWhatIsNoSettingsTree() {
        assertThatThrownBy(() -> read("<config key='a'><entry key='b' type='xnumber' value='1'/></config>"))
            .isInstanceOf(IOException.class).hasMessageContaining("Invalid type ('xnumber') for key 'b'");
        assertThatThrownBy(() -> read("<!DOCTYPE config SYSTEM 'file:nowhere'><config key='a'/>"))
            .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("<config key='a'>")).isInstanceOf(IOException.class);
    }
}
