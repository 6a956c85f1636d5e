package org.flavorwaves.physics.flavomon.spectra;

import org.flavorwaves.physics.state.AngularModel;

/** Makes continuous spectra from samples of a lepton number, as an {@link AngularModel} says. */
public final class AngularSpectra {
    private AngularSpectra() {
    }

    /**
     * The spectrum that samples stand for.
     *
     * @param samples G at directions that cover [-1, 1]
     * @param model straight lines or a Legendre series
     * @return the spectrum; a series is projected where the directions are those of Gauss and Legendre, else fitted
     * @throws IllegalArgumentException if there are too few directions for a series of automatic order, or the model is
     *             none of a continuous spectrum
     */
    public static AngularSpectrum of(final AngularSamples samples, final AngularModel model) {
        return switch (model.kind()) {
            case LEGENDRE -> series(samples, model.order());
            case PIECEWISE_LINEAR -> new PiecewiseLinearSpectrum(samples.nodes(), samples.values());
            default -> throw new IllegalArgumentException(model.kind() + " is no continuous spectrum.");
        };
    }

    private static LegendreSpectrum series(final AngularSamples samples, final int chosen) {
        final int order = chosen >= 0 ? chosen : samples.order();
        if (order < 0) {
            throw new IllegalArgumentException("The modes have too few directions for a Legendre series, "
                + samples.nodes().length + "; choose its order, or take the beams as given.");
        }
        return samples.gauss() ? LegendreSpectrum.project(samples.nodes(), samples.weights(), samples.values(), order)
            : LegendreSpectrum.fit(samples, order);
    }
}
