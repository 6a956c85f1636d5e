package org.flavorwaves.embedded.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.flavorwaves.embedded.base.csv.PlainCsv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

class TableMetadataTest {

    private static final DataType[] TYPES =
        {DoubleCell.TYPE, IntCell.TYPE, LongCell.TYPE, BooleanCell.TYPE, StringCell.TYPE};

    @TempDir
    private Path m_folder;

    private Path m_table;

    @BeforeEach
    void chooseTable() {
        m_table = m_folder.resolve("t.csv");
    }

    private static DataColumnSpec column(final String name, final DataType type, final String unit) {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(name, type);
        if (!unit.isEmpty()) {
            creator.setProperties(new DataColumnProperties(Map.of("unit", unit)));
        }
        return creator.createSpec();
    }

    private void describe(final Map<String, String> meanings, final DataColumnSpec... columns) throws Exception {
        try (OutputStream out = Files.newOutputStream(TableMetadata.fileOf(m_table))) {
            TableMetadata.write(new DataTableSpec(columns), m_table, "A \"table\"", meanings, out);
        }
    }

    private BufferedDataTable read(final String content) throws Exception {
        Files.writeString(m_table, content);
        return PlainCsv.read(m_table, new ExecutionContext(new DefaultNodeProgressMonitor()));
    }

    private DataColumnSpec readColumn(final String content, final int column) throws Exception {
        return read(content).getDataTableSpec().getColumnSpec(column);
    }

    @Test
    void namesTheTableAndItsColumns() throws Exception {
        describe(Map.of("weight", "How much <of> it. é"), column("weight", DoubleCell.TYPE, "cm^-3"),
            column("n", IntCell.TYPE, ""));
        assertThat(m_folder.resolve("t.csv-metadata.json")).content().isEqualTo("""
            {
              "@context" : "http://www.w3.org/ns/csvw",
              "url" : "t.csv",
              "dc:title" : "A \\"table\\"",
              "tableSchema" : {
                "columns" : [ {
                  "titles" : "weight",
                  "datatype" : "double",
                  "schema:unitText" : "cm^-3",
                  "dc:description" : "How much <of> it. é"
                }, {
                  "titles" : "n",
                  "datatype" : "int"
                } ]
              }
            }
            """);
    }

    @Test
    void typesUnitsAndMeaningsReadBack() throws Exception {
        final DataColumnSpec[] columns = new DataColumnSpec[TYPES.length];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = column("c" + c, TYPES[c], c == 1 ? "" : "u" + c);
        }
        describe(Map.of("c2", "a meaning"), columns);
        for (final String content : new String[] {"c0,c1,c2,c3,c4\n1,2,3,true,5\n", "c0,c1,c2,c3,c4\n"}) {
            final DataTableSpec spec = read(content).getDataTableSpec();
            for (int c = 0; c < TYPES.length; c++) {
                assertThat(spec.getColumnSpec(c).getType()).isEqualTo(TYPES[c]);
                assertThat(spec.getColumnSpec(c).getProperties().getProperty("unit"))
                    .isEqualTo(c == 1 ? null : "u" + c);
            }
            assertThat(spec.getColumnSpec(2).getProperties().getProperty("description")).isEqualTo("a meaning");
        }
    }

    @Test
    void columnsThatAreNotDescribedAreFoundAsWithoutDescription() throws Exception {
        describe(Map.of(), column("weight", DoubleCell.TYPE, "cm^-3"), column("gone", DoubleCell.TYPE, ""));
        assertThat(readColumn("new,weight\n1,2\n", 0).getType()).isEqualTo(IntCell.TYPE);
        final DataColumnSpec weight = readColumn("new,weight\n1,2\n", 1);
        assertThat(weight.getType()).isEqualTo(DoubleCell.TYPE);
        assertThat(weight.getProperties().getProperty("unit")).isEqualTo("cm^-3");
    }

    @Test
    void refusesValuesThatAreNotOfTheDeclaredType() throws Exception {
        describe(Map.of(), column("weight", DoubleCell.TYPE, ""));
        assertThatThrownBy(() -> read("weight\n1\nmuch\n")).isInstanceOf(IOException.class)
            .hasMessageContaining("Row1").hasMessageContaining("[much]")
            .hasMessageContaining("the types that t.csv-metadata.json declares");
    }

    @Test
    void refusesWhatIsNoDescription() throws Exception {
        for (final String text : new String[] {"", "[]", "{", "{}", "{\"tableSchema\": {\"columns\": [{}]}}",
            "{\"tableSchema\": {\"columns\": ["}) {
            Files.writeString(TableMetadata.fileOf(m_table), text);
            assertThatThrownBy(() -> read("x\n1\n")).as(text).isInstanceOf(IOException.class)
                .hasMessageContaining("t.csv-metadata.json is no description of a table: ")
                .hasMessageContaining("delete it to read the table without types and units");
        }
    }

    /** A description that another program wrote, with members that are not known here. */
    @Test
    void readsDescriptionsOfOthers() throws Exception {
        Files.writeString(TableMetadata.fileOf(m_table), """
            {"@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}], "url": "t.csv",
             "dialect": {"header": true}, "tableSchema": {"primaryKey": "x", "columns":
               [{"name": "x", "datatype": {"base": "double"}, "required": true, "schema:unitText": "cm^-3"}],
               "aboutUrl": "#{x}"}, "notes": [{"a": [1, 2]}]}
            """);
        final DataColumnSpec x = readColumn("x\n1\n", 0);
        assertThat(x.getProperties().getProperty("unit")).isEqualTo("cm^-3");
        assertThat(x.getType()).isEqualTo(DoubleCell.TYPE);
    }
}
