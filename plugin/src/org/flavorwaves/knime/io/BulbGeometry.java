package org.flavorwaves.knime.io;

/**
 * The sphere that shines, and how its light is divided. Neutrinos leave each point of a sphere evenly into all outward
 * directions, so that at a distance r they come from within sin(theta) = R/r.
 *
 * @param radii radius R of the sphere in cm of nu_e, nubar_e and all others
 * @param distance r in cm from the centre
 * @param angles Gauss-Legendre values of cos(theta) between two edges of the spheres
 * @param energies number of bins of energy
 * @param heavyKinds how many kinds of neutrinos the luminosity of nu_x counts: 1, 2 or 4
 */
public record BulbGeometry(double[] radii, double distance, int angles, int energies, int heavyKinds) {
    /**
     * Smallest cosine of the directions of a kind.
     *
     * @param kind 0, 1 or 2
     * @return cos(theta) of the edge of its sphere
     */
    public double edge(final int kind) {
        final double sine = radii[kind] / distance;
        return Math.sqrt((1 - sine) * (1 + sine));
    }
}
