package org.flavorwaves.physics.flavomon.beams;

import java.util.List;

import org.apache.commons.math3.complex.Complex;

/**
 * Waves of beams with lepton numbers g_c: moved to a root of the dispersion relation and then asked for its frequency,
 * its field e of unit length sum |e_n|^2 = 1, and what beams feel of it. Roots stand in arrays of states, real and
 * imaginary part first, which belong to the caller. Not thread-safe.
 */
abstract class Dispersion {
    /** How many numbers a state has. */
    abstract int stateSize();

    /** Whether two waves may have one frequency, told apart by what else is in their states. */
    abstract boolean hasPairs();

    abstract void setNumbers(double[] g);

    /**
     * All roots of the present medium with Im omega above a floor.
     *
     * @param k shifted wave number
     * @param floor lowest growth rate
     * @return frequencies, fastest growth first; may be changed
     */
    abstract List<Complex> roots(double k, double floor);

    /**
     * Whether the present medium may have more growing waves than are known.
     *
     * @param k shifted wave number
     * @param known how many are known
     * @return false if it is certain that there are no others
     */
    abstract boolean mayBeMore(double k, int known);

    /**
     * Makes a state of a root.
     *
     * @param k shifted wave number
     * @param root its frequency
     * @param others other waves of that frequency, which this one is not
     * @param states receives the state
     * @param at where it begins
     */
    abstract void start(double k, Complex root, List<double[]> others, double[] states, int at);

    /**
     * Moves to the root that is near a state.
     *
     * @param k shifted wave number
     * @param states has the state
     * @param at where it begins
     * @param reach largest distance of the root from the state
     * @param pair whether another wave has its frequency
     * @return whether there is a root
     */
    abstract boolean solve(double k, double[] states, int at, double reach, boolean pair);

    /**
     * Makes the present wave one that is not another one of the same frequency.
     *
     * @param other the state of the other one
     * @return false if it is the other one
     */
    abstract boolean separate(double[] other);

    /**
     * How much the present wave is another one.
     *
     * @param other the state of the other one
     * @return |cosine| of their fields; 1 where fields are in no states
     */
    abstract double parallel(double[] other);

    /** Writes the state of the present wave. */
    abstract void save(double[] states, int at);

    /** Real part of e.V of a beam. */
    abstract double dotRe(int beam);

    abstract double dotIm(int beam);

    /** Re omega - k.v of a beam. */
    abstract double detuning(int beam);

    abstract int beams();

    abstract double number(int beam);

    /**
     * Re omega of the root.
     *
     * @return the shifted frequency, in the units of the potentials
     */
    public abstract double re();

    /**
     * Im omega of the root.
     *
     * @return the growth rate, in the units of the potentials
     */
    public abstract double im();

    /**
     * The sign and size of the field's square, e^m* g_mn e^n (FR S31): what the potential energy of the field is for
     * |A|^2 = 1.
     *
     * @return a number from -1 to 1; -1 for transverse waves
     */
    public abstract double square();

    static double square(final double re, final double im) {
        return re * re + im * im;
    }

    /**
     * How strongly a beam feels the root's field.
     *
     * @param beam index of the beam
     * @return |e.V|^2/|omega - k.v|^2; of each of two transverse waves of rings, averaged over the ring,
     *         |e.V|^2 = (1 - v^2)/2
     */
    public final double response(final int beam) {
        return square(dotRe(beam), dotIm(beam)) / square(detuning(beam), im());
    }

    /**
     * The wave-function renormalisation at the root (FR 10), (FR 11).
     *
     * @return Z for sum |e_n|^2 = 1, from the real part of 1/Z; infinite where that vanishes
     */
    public final double renormalisation() {
        double inverse = 0;
        final double y = im();
        for (int c = 0; c < beams(); c++) {
            final double x = detuning(c);
            final double norm = square(x, y);
            inverse += number(c) * response(c) * (x * x - y * y) / norm;
        }
        return 1 / inverse;
    }

    /**
     * How far the root is from a double one: |sum_c g_c (e.V_c)^2/(omega - k.v_c)^2|, without a complex conjugate.
     *
     * @return 0 where two roots merge
     */
    public final double overlap() {
        double sumRe = 0;
        double sumIm = 0;
        final double y = im();
        for (int c = 0; c < beams(); c++) {
            final double x = detuning(c);
            final double norm = square(x, y);
            final double aRe = dotRe(c);
            final double aIm = dotIm(c);
            final double qRe = (aRe * x + aIm * y) / norm;
            final double qIm = (aIm * x - aRe * y) / norm;
            sumRe += number(c) * (qRe * qRe - qIm * qIm);
            sumIm += number(c) * 2 * qRe * qIm;
        }
        return Math.sqrt(square(sumRe, sumIm));
    }
}
