package org.flavorwaves.physics.kinetics.spectrum;

/**
 * A straight line y = a + b x through points, with the error bar that their scatter gives.
 *
 * @param intercept a
 * @param slope b
 * @param slopeError standard error of b, sqrt(sum of squared residuals/(n - 2)/sum (x - mean x)^2); NaN for two points
 * @param rms root mean square of the residuals
 * @param r2 share of the variance of y that the line explains; NaN if y is constant
 * @param points number of points
 */
public record LineFit(double intercept, double slope, double slopeError, double rms, double r2, int points) {

    /**
     * Fits a line.
     *
     * @param x abscissas, at least two different ones
     * @param y ordinates
     * @return the line of least squares
     * @throws IllegalArgumentException if there are not two different abscissas
     */
    public static LineFit of(final double[] x, final double[] y) {
        final int n = x.length;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += x[i] / n;
            meanY += y[i] / n;
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        if (n < 2 || !(xx > 0)) {
            throw new IllegalArgumentException("A line needs at least two different abscissas.");
        }
        final double slope = xy / xx;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            final double residual = y[i] - meanY - slope * (x[i] - meanX);
            squares += residual * residual;
        }
        return new LineFit(meanY - slope * meanX, slope, n > 2 ? Math.sqrt(squares / (n - 2) / xx) : Double.NaN,
            Math.sqrt(squares / n), yy > 0 ? 1 - squares / yy : Double.NaN, n);
    }

    /**
     * The tail of a spectrum, ln S = a - |k|/k_T (FW exponential-spectrum): minus the slope is 1/k_T.
     *
     * @param k wave numbers of either sign
     * @param spectrum S at them, positive
     * @return the line over |k|
     * @throws IllegalArgumentException if there are not two different |k|
     */
    public static LineFit exponential(final double[] k, final double[] spectrum) {
        final double[] x = new double[k.length];
        final double[] y = new double[k.length];
        for (int i = 0; i < k.length; i++) {
            x[i] = Math.abs(k[i]);
            y[i] = Math.log(spectrum[i]);
        }
        return of(x, y);
    }

    /**
     * A power law, ln S = a - p ln |k|: minus the slope is p.
     *
     * @param k wave numbers other than 0
     * @param spectrum S at them, positive
     * @return the line over ln |k|
     * @throws IllegalArgumentException if there are not two different |k|
     */
    public static LineFit powerLaw(final double[] k, final double[] spectrum) {
        final double[] x = new double[k.length];
        final double[] y = new double[k.length];
        for (int i = 0; i < k.length; i++) {
            x[i] = Math.log(Math.abs(k[i]));
            y[i] = Math.log(spectrum[i]);
        }
        return of(x, y);
    }

    /**
     * The length of the exponential.
     *
     * @return k_T = -1/slope; NaN if the line does not fall
     */
    public double scale() {
        return slope < 0 ? -1 / slope : Double.NaN;
    }

    /**
     * The standard error of the length of the exponential.
     *
     * @return slopeError/slope^2; NaN if the line does not fall
     */
    public double scaleError() {
        return slope < 0 ? slopeError / (slope * slope) : Double.NaN;
    }
}
