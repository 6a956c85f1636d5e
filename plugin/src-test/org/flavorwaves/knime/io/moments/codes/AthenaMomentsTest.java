package org.flavorwaves.knime.io.moments.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GR-Athena++'s .athdf files, written here as its output class writes them. */
class AthenaMomentsTest {
    /** Two blocks along x, of 4 x 3 x 1 cells without the ghosts. */
    private static final int[] CELLS = {4, 3, 1};

    /** g_xx g_xy g_xz g_yy g_yz g_zz. */
    private static final double[] METRIC = {1.7, 0.2, -0.1, 1.5, 0.3, 1.9};

    private static final double LENGTH = 6.67408e-8 * 1.98848e33 / Math.pow(2.99792458e10, 2);

    @TempDir
    private Path m_folder;

    private Path m_moments;

    private Path m_metric;

    @BeforeEach
    void write() {
        m_moments = athdf("m1.athdf", 0, 12.5, momentNames(1));
        m_metric = athdf("geom.athdf", 0, 12.5, metricNames());
    }

    private static List<String> momentNames(final int groups) {
        final List<String> names = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            for (int s = 0; s < 3; s++) {
                names.add("M1.lab.sc_E_" + g + s);
                for (int a = 0; a < 3; a++) {
                    names.add("M1.lab.sp_F_d_" + g + s + "_" + a);
                }
                names.add("M1.lab.sc_nG_" + g + s);
            }
        }
        return names;
    }

    private static List<String> metricNames() {
        return List.of("geom.adm.gxx", "geom.adm.gxy", "geom.adm.gxz", "geom.adm.gyy", "geom.adm.gyz", "geom.adm.gzz",
            "hydro.prim.rho");
    }

    /** What a variable is in a cell; ghosts have the values of the cells that they copy. */
    private static double value(final String name, final double x, final double y) {
        final int metric = metricNames().indexOf(name);
        if (metric >= 0) {
            return metric < METRIC.length ? METRIC[metric] : 1e-6;
        }
        final int g = name.charAt(name.startsWith("M1.lab.sp") ? 14 : name.lastIndexOf('_') + 1) - '0';
        final int s = name.charAt((name.startsWith("M1.lab.sp") ? 14 : name.lastIndexOf('_') + 1) + 1) - '0';
        final double size = (1 + s + 0.01 * x + 0.1 * y) * (g + 1);
        return name.contains("sc_E") ? 1e-5 * size
            : name.contains("sc_nG") ? 1e48 * size
                : 1e-5 * size * new double[]{0.3, -0.2, 0.1}[name.charAt(name.length() - 1) - '0'] * (g + 1);
    }

    private Path athdf(final String name, final int ghosts, final double time, final List<String> variables) {
        final Path path = m_folder.resolve(name);
        final int nx = CELLS[0] + 2 * ghosts;
        final int ny = CELLS[1] + 2 * ghosts;
        final double[][][][][] data = new double[variables.size()][2][1][ny][nx];
        final double[][][] faces = {new double[2][nx + 1], new double[2][ny + 1], new double[2][2]};
        final double[][][] centres = {new double[2][nx], new double[2][ny], new double[2][1]};
        for (int b = 0; b < 2; b++) {
            for (int i = 0; i <= nx; i++) {
                faces[0][b][i] = -8 + 2 * (b * CELLS[0] + i - ghosts);
            }
            for (int j = 0; j <= ny; j++) {
                faces[1][b][j] = -3 + 2 * (j - ghosts);
            }
            faces[2][b] = new double[]{-0.5, 0.5};
            for (int j = 0; j < ny; j++) {
                centres[1][b][j] = faces[1][b][j] + 1;
                for (int i = 0; i < nx; i++) {
                    centres[0][b][i] = faces[0][b][i] + 1;
                    for (int v = 0; v < variables.size(); v++) {
                        data[v][b][0][j][i] = value(variables.get(v), centres[0][b][i], centres[1][b][j]);
                    }
                }
            }
        }
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putAttribute("Time", time);
            file.putAttribute("NumMeshBlocks", 2);
            file.putAttribute("MeshBlockSize", new int[]{nx, ny, 1});
            file.putAttribute("MaxLevel", 0);
            file.putAttribute("RootGridX1", new double[]{-8, 8, 1});
            file.putAttribute("RootGridX2", new double[]{-3, 3, 1});
            file.putAttribute("RootGridX3", new double[]{-0.5, 0.5, 1});
            file.putAttribute("NumVariables", new int[]{variables.size()});
            file.putAttribute("DatasetNames", new String[]{"hydro"});
            file.putAttribute("VariableNames", variables.toArray(new String[0]));
            file.putDataset("Levels", new int[2]);
            file.putDataset("LogicalLocations", new long[][]{{0, 0, 0}, {1, 0, 0}});
            for (int a = 0; a < 3; a++) {
                file.putDataset("x" + (a + 1) + "f", faces[a]);
                file.putDataset("x" + (a + 1) + "v", centres[a]);
            }
            file.putDataset("hydro", data);
        }
        return path;
    }

    private static MomentsTable read(final Path path, final Path... companions) throws Exception {
        return MomentsTable.read(path, new MomentsHints(List.of(companions), false), CellChoice.ALL);
    }

    private static double determinant() {
        return METRIC[0] * (METRIC[3] * METRIC[5] - METRIC[4] * METRIC[4])
            - METRIC[1] * (METRIC[1] * METRIC[5] - METRIC[4] * METRIC[2])
            + METRIC[2] * (METRIC[1] * METRIC[4] - METRIC[3] * METRIC[2]);
    }

    /** g^ij F_i F_j by the adjugate. */
    private static double square(final double x, final double y, final double z) {
        final double[] g = METRIC;
        return ((g[3] * g[5] - g[4] * g[4]) * x * x + (g[0] * g[5] - g[2] * g[2]) * y * y
            + (g[0] * g[3] - g[1] * g[1]) * z * z + 2 * (g[2] * g[4] - g[1] * g[5]) * x * y
            + 2 * (g[1] * g[4] - g[2] * g[3]) * x * z + 2 * (g[1] * g[2] - g[0] * g[4]) * y * z) / determinant();
    }

    /** The code takes n = sc_n/sqrt(det g) in units of the length G Msun/c^2, and g^ij F_i F_j/E^2. */
    @Test
    void densitiesAreThoseOfTheOrthonormalFrame() throws Exception {
        final MomentsTable table = read(m_moments, m_metric);
        assertThat(table.header().unit()).contains(DensityUnit.PER_CM3);
        assertThat(table.header().extras()).containsExactly("x", "y", "z", "rho");
        assertThat(table.time()).hasValueCloseTo(12.5 * 4.92549e-6, within(1e-9));
        assertThat(table.doubts()).hasSize(1).first().asString().contains("no number fluxes");
        assertThat(table.rows()).hasSize(2 * 12 * 3);
        final double[] row = table.row("1_2_1_0", "nubar_e");
        final double size = 2 + 0.01 * 5 + 0.1 * 0;
        assertThat(row[4] / LENGTH).isEqualTo(5, within(1e-12));
        assertThat(row[5] / LENGTH).isEqualTo(0, within(1e-12));
        assertThat(row[0]).isEqualTo(1e48 * size / Math.sqrt(determinant()) / Math.pow(LENGTH, 3),
            within(1e-12 * row[0]));
        assertThat(row[1] * row[1] + row[2] * row[2] + row[3] * row[3]).isEqualTo(square(0.3, -0.2, 0.1),
            within(1e-14));
        assertThat(row[1]).isEqualTo(0.3 / Math.sqrt(METRIC[0]), within(1e-15));
        assertThat(row[7]).isEqualTo(6.1758e11, within(1e8));
    }

    @Test
    void cellsOfBlocksWithGhostsComeOnce() throws Exception {
        final MomentsTable plain = read(m_moments, m_metric);
        final MomentsTable ghosts = read(athdf("m1g.athdf", 2, 12.5, momentNames(1)),
            athdf("gg.athdf", 2, 12.5, metricNames()));
        assertThat(ghosts.rows().keySet()).isEqualTo(plain.rows().keySet());
        plain.rows().forEach((key, row) -> assertThat(ghosts.rows().get(key)).as(key).containsExactly(row));
        final MomentsTable second = MomentsTable.read(m_moments, new MomentsHints(List.of(m_metric), false),
            CellChoice.everyNth(2));
        assertThat(second.rows()).hasSize(2 * 2 * 2 * 3);
    }

    @Test
    void groupsAreSummedWithTheirFluxes() throws Exception {
        final Path path = athdf("groups.athdf", 0, 12.5, momentNames(2));
        final double[] one = read(m_moments, m_metric).row("0_0_0_0", "nu_e");
        final double[] two = read(path, m_metric).row("0_0_0_0", "nu_e");
        assertThat(two[0] / one[0]).isEqualTo(3, within(1e-14));
        assertThat(two[2] / one[2]).isEqualTo((1 + 2 * 2) / 3.0, within(1e-14));
    }

    @Test
    void theMetricIsNeverGuessed() throws Exception {
        assertThatThrownBy(() -> read(m_moments)).isInstanceOf(StateFormatException.class)
            .hasMessageContaining("per coordinate volume").hasMessageContaining("geom.adm.gxx");
        final MomentsTable flat = MomentsTable.read(m_moments, new MomentsHints(List.of(), true), CellChoice.ALL);
        assertThat(flat.doubts()).anySatisfy(doubt -> assertThat(doubt).contains("flat space, as decided"));
        assertThat(flat.row("0_0_0_0", "nu_e")[1]).isEqualTo(0.3, within(1e-15));
        assertThatThrownBy(() -> MomentsTable.read(m_moments, new MomentsHints(List.of(m_metric), true),
            CellChoice.ALL)).hasMessageContaining("also decided that space is flat");
        assertThatThrownBy(() -> read(m_moments, athdf("later.athdf", 0, 13, metricNames())))
            .hasMessageContaining("later.athdf is of the time 13.0");
        assertThatThrownBy(() -> read(m_moments, athdf("other.athdf", 1, 12.5, metricNames())))
            .hasMessageContaining("other blocks or cells");
        assertThatThrownBy(() -> read(m_moments, athdf("half.athdf", 0, 12.5, metricNames().subList(0, 3))))
            .hasMessageContaining("The metric is not complete: geom.adm.gyy is missing");
    }

    @Test
    void whatIsCutOffOrLiesIsRefused() throws Exception {
        MomentsTable.assertCutsRefused(m_moments, new MomentsHints(List.of(), true), 150);
        assertThatThrownBy(() -> read(m_metric)).hasMessageContaining("no M1.lab.sc_nG_GS");
        assertThatThrownBy(() -> read(athdf("lies.athdf", 0, 12.5, momentNames(1).subList(0, 10)), m_metric))
            .hasMessageContaining("2 species and 1 groups");
        assertThatThrownBy(() -> read(athdf("few.athdf", 0, 12.5, momentNames(1).subList(1, 15)), m_metric))
            .hasMessageContaining("The variable 'M1.lab.sc_E_00' is missing");
    }
}
