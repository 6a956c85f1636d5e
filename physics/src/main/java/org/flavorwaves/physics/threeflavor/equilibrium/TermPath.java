package org.flavorwaves.physics.threeflavor.equilibrium;

/** How matter and the strength of the nu-nu term change with a parameter t from 0 to 1. */
interface TermPath {
    /** The matter potential lambda, in the units of the potentials. */
    double matter(double t);

    /** Its derivative. */
    double matterRate(double t);

    /** The factor q on the nu-nu term. */
    double strength(double t);

    /** Its derivative. */
    double strengthRate(double t);

    /** Both on a straight line. */
    static TermPath line(final double matter0, final double matter1, final double strength0, final double strength1) {
        return new TermPath() {
            @Override
            public double matter(final double t) {
                return (1 - t) * matter0 + t * matter1;
            }

            @Override
            public double matterRate(final double t) {
                return matter1 - matter0;
            }

            @Override
            public double strength(final double t) {
                return (1 - t) * strength0 + t * strength1;
            }

            @Override
            public double strengthRate(final double t) {
                return strength1 - strength0;
            }
        };
    }

    /** Matter that falls from a large value as 1/(t + 0.01) - 1/1.01 does. */
    static TermPath falling(final double matter0, final double matter1, final double strength) {
        final double soft = 0.01;
        return new TermPath() {
            @Override
            public double matter(final double t) {
                return matter1 + (matter0 - matter1) * soft * (1 - t) / (t + soft);
            }

            @Override
            public double matterRate(final double t) {
                return -(matter0 - matter1) * soft * (1 + soft) / ((t + soft) * (t + soft));
            }

            @Override
            public double strength(final double t) {
                return strength;
            }

            @Override
            public double strengthRate(final double t) {
                return 0;
            }
        };
    }
}
