package org.flavorwaves.physics.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * A density per cos theta whose integrals over any range of directions are known in closed form, v = cos theta in
 * [-1, 1].
 */
public interface AngularDensity extends DoubleUnaryOperator {

    /**
     * The number within a range of directions.
     *
     * @param lower lower end, &gt;= -1
     * @param upper upper end, &lt;= 1
     * @return integral of f(v) dv
     */
    double number(double lower, double upper);

    /**
     * The flux within a range of directions.
     *
     * @param lower lower end, &gt;= -1
     * @param upper upper end, &lt;= 1
     * @return integral of v f(v) dv
     */
    double flux(double lower, double upper);

    /**
     * Whether values at points stand for their surroundings.
     *
     * @return false if the density has edges
     */
    boolean isSmooth();

    /**
     * The same shape at another density.
     *
     * @param factor any number
     * @return the density multiplied
     */
    default AngularDensity times(final double factor) {
        final AngularDensity shape = this;
        return new AngularDensity() {
            @Override
            public double applyAsDouble(final double v) {
                return factor * shape.applyAsDouble(v);
            }

            @Override
            public double number(final double lower, final double upper) {
                return factor * shape.number(lower, upper);
            }

            @Override
            public double flux(final double lower, final double upper) {
                return factor * shape.flux(lower, upper);
            }

            @Override
            public boolean isSmooth() {
                return shape.isSmooth();
            }
        };
    }
}
