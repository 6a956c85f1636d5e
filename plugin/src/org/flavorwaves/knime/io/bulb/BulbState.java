package org.flavorwaves.knime.io.bulb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.special.Gamma;
import org.flavorwaves.knime.io.BulbGeometry;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.bulb.SnewpyTable.Moment;
import org.flavorwaves.knime.io.bulb.SnewpyTable.Source;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.Units;

/**
 * The state above a shining sphere: with the number rate L/E of a kind, dn/dmu = (L/E)/(2 pi R^2 c) at cosines mu above
 * that of the edge of its sphere, 4 pi r^2 F = L/E. Spectra E^alpha exp(-(alpha + 1) E/mean) are integrated over bins
 * of equal width up to three times the largest mean energy, the last one without end.
 *
 * <p>Weights are the numbers of states of a bin, those of the last one up to its width; all are raised together where
 * occupations would be above 1.
 */
public final class BulbState {
    private static final StateFileColumns COLUMNS = new StateFileColumns(false, true, true, false, false, false,
        Optional.of(DensityUnit.PER_CM3), List.of("z"));

    private static final double ERG_PER_MEV = 1.602176634e-6;

    private static final double MEV_PER_GEV = 1e3;

    /** Width of all bins together, in mean energies. */
    private static final double RANGE = 3;

    private final BulbGeometry m_bulb;

    private final Moment m_moment;

    private final List<double[]> m_rings;

    private final double m_width;

    private BulbState(final BulbGeometry bulb, final Moment moment) {
        m_bulb = bulb;
        m_moment = moment;
        m_rings = rings(bulb);
        m_width = RANGE * moment.sources().stream().mapToDouble(Source::energy).max().orElse(0) / bulb.energies();
    }

    /**
     * Whether it is a table of luminosities.
     *
     * @param path the file
     * @return true if it has columns TIME and L_NU_E
     * @throws IOException if it cannot be read
     */
    public static boolean recognizes(final Path path) throws IOException {
        return SnewpyTable.recognizes(path);
    }

    /**
     * The columns of all such states.
     *
     * @param path the file
     * @return its columns
     * @throws IOException if it cannot be read
     * @throws StateFormatException if a column is missing
     */
    public static StateFileColumns columns(final Path path) throws IOException {
        new SnewpyTable(path);
        return COLUMNS;
    }

    /**
     * Makes the state.
     *
     * @param path the file
     * @param bulb the sphere; empty if it is not known
     * @param time the nearest one is taken, in s; the last one if it is empty
     * @param progress told how far reading is
     * @return one cell
     * @throws IOException if it cannot be read
     * @throws StateFormatException if the table is not whole, or the sphere or the meaning of nu_x is not known
     */
    public static StateFile read(final Path path, final Optional<BulbGeometry> bulb, final OptionalDouble time,
        final Progress progress) throws IOException {
        final SnewpyTable table = new SnewpyTable(path);
        final BulbGeometry sphere = bulb.orElseThrow(() -> new StateFormatException("Luminosities do not say where "
            + "neutrinos go and what nu_x counts, which differs from model to model. Set the radius of the sphere that "
            + "shines, the distance from its centre, and the meaning of nu_x."));
        if (sphere.heavyKinds() == 4 && table.kinds() == 4) {
            throw new StateFormatException("The table has L_NU_X_BAR, so that L_NU_X cannot be the sum of all four "
                + "kinds.");
        }
        final Moment moment = table.at(time, progress);
        return new StateFile(List.of(new BulbState(sphere, moment).cell()), COLUMNS,
            OptionalDouble.of(moment.time()), List.of(), List.of());
    }

    /** Cosines, widths, and which edge they are above: between the edges of the spheres and along the radius. */
    private static List<double[]> rings(final BulbGeometry bulb) {
        final double[] edges = {bulb.edge(0), bulb.edge(1), bulb.edge(2), 1};
        Arrays.sort(edges);
        final List<double[]> rings = new ArrayList<>();
        for (int e = 0; e + 1 < edges.length; e++) {
            if (edges[e + 1] > edges[e]) {
                final GaussIntegrator rule =
                    new GaussIntegratorFactory().legendreHighPrecision(bulb.angles(), edges[e], edges[e + 1]);
                for (int i = 0; i < rule.getNumberOfPoints(); i++) {
                    rings.add(new double[]{rule.getPoint(i), rule.getWeight(i)});
                }
            }
        }
        return rings;
    }

    private FileCell cell() {
        final int n = 2 * m_rings.size() * m_bulb.energies();
        final Species[] species = new Species[n];
        final double[] mu = new double[n];
        final double[] energy = new double[n];
        final double[] weight = new double[n];
        final double[] electron = new double[n];
        final double[] heavy = new double[n];
        double most = 1;
        double sum = 0;
        for (int m = 0; m < n; m++) {
            final int bar = m / (n / 2);
            final int bin = m / m_rings.size() % m_bulb.energies();
            final double[] ring = m_rings.get(m % m_rings.size());
            species[m] = Species.values()[bar];
            mu[m] = ring[0];
            energy[m] = (bin + 0.5) * m_width;
            weight[m] = states(bin) * ring[1];
            electron[m] = density(bar, bar, bin, ring) / weight[m];
            heavy[m] = density(m_moment.sources().size() > 3 ? 2 + bar : 2, 2, bin, ring) / heavyKinds() / weight[m];
            most = Math.max(most, Math.max(electron[m], heavy[m]));
            sum += electron[m] + heavy[m];
        }
        if (!(sum > 0)) {
            throw new StateFormatException("All luminosities are zero at t = " + m_moment.time() + " s.");
        }
        final double[] p0 = new double[n];
        final double[] pz = new double[n];
        for (int m = 0; m < n; m++) {
            weight[m] *= most;
            p0[m] = (electron[m] + heavy[m]) / most;
            pz[m] = (electron[m] - heavy[m]) / most;
        }
        return new FileCell(Optional.empty(), FlavorState.alongZ(MomentumModes.builder().species(species)
            .velocity(new double[n], new double[n], mu).weight(weight).build(), p0, pz), Optional.of(energy),
            m_bulb.distance());
    }

    private double heavyKinds() {
        return m_bulb.heavyKinds();
    }

    /** Number of states in cm^-3 of a bin, for all azimuths and a unit of the cosine. */
    private double states(final int bin) {
        final double perLength = m_width / (2 * Math.PI * Units.HBAR_C * MEV_PER_GEV);
        return 2 * Math.PI / 3 * perLength * perLength * perLength * (Math.pow(bin + 1, 3) - Math.pow(bin, 3));
    }

    /** Number density in a ring and bin of all kinds that a luminosity counts. */
    private double density(final int source, final int sphere, final int bin, final double[] ring) {
        final Source light = m_moment.sources().get(source);
        if (light.luminosity() == 0 || ring[0] < m_bulb.edge(sphere)) {
            return 0;
        }
        final double rate = light.luminosity() / (light.energy() * ERG_PER_MEV);
        final double radius = m_bulb.radii()[sphere];
        return rate / (2 * Math.PI * radius * radius * Units.SPEED_OF_LIGHT) * ring[1] * share(light, bin);
    }

    /** The share of the spectrum in a bin. */
    private double share(final Source light, final int bin) {
        final double order = light.pinch() + 1;
        final double lower = Gamma.regularizedGammaP(order, order * bin * m_width / light.energy());
        final double upper = bin + 1 == m_bulb.energies() ? 1
            : Gamma.regularizedGammaP(order, order * (bin + 1) * m_width / light.energy());
        return upper - lower;
    }
}
