package org.flavorwaves.physics.transport.rays;

import java.util.Locale;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandMeasures;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;

/** Finds the wave with which a ray starts among all bands at its place and wave vector. */
final class RayStart {
    /**
     * A given frequency is that of a band already if the iteration from it moves by at most this share of the scale.
     */
    private static final double GIVEN = 1e-6;

    private final BackgroundProfile m_profile;

    private final RayOptions.Band m_band;

    RayStart(final BackgroundProfile profile, final RayOptions.Band band) {
        m_profile = profile;
        m_band = band;
    }

    TrackedWave waveOf(final int launch, final RayLaunch start) {
        if (!(start.z() >= m_profile.from() && start.z() <= m_profile.to())) {
            throw new IllegalArgumentException("Ray " + launch + " starts at z = " + start.z()
                + ", outside the background from " + m_profile.from() + " to " + m_profile.to() + ".");
        }
        if (start.omega().isPresent()) {
            final TrackedWave given = given(start);
            if (given != null) {
                return given;
            }
        }
        final boolean measures = start.omega().isEmpty();
        final BandSet bands = new BandSolver(measures ? BandDetail.MEASURES : BandDetail.VALUES).solve(
            Background.of(m_profile.stateAt(start.z()), m_profile.environmentAt(start.z())), start.k());
        final int band = measures ? preferred(bands) : nearest(bands, start.omega().getAsDouble());
        if (band < 0) {
            throw new IllegalArgumentException("Ray " + launch + " has no collective band to follow at z = " + start.z()
                + ": all of them are the trivial ones, Omega = v.k - i D.");
        }
        final TrackedWave wave = follow(start, block(bands.sector(band)), bands.omegaRe(band), bands.omegaIm(band));
        if (wave == null) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                "Ray %d cannot follow the band at Omega = %.9g %+.3gi at z = %s: it is degenerate with another one, or"
                    + " that of a single mode.", launch, bands.omegaRe(band), bands.omegaIm(band), start.z()));
        }
        return wave;
    }

    /** The band that has the given frequency up to rounding, without the dense problem; null if there is none. */
    private TrackedWave given(final RayLaunch start) {
        final double omega = start.omega().getAsDouble();
        for (final int block : m_profile.isAligned() ? new int[]{-1, 1} : new int[]{0}) {
            final TrackedWave wave = follow(start, block, omega, 0);
            if (wave != null && Math.abs(wave.m_re - omega) <= GIVEN * wave.scale()
                && Math.abs(wave.m_im) <= GIVEN * wave.scale()) {
                return wave;
            }
        }
        return null;
    }

    private TrackedWave follow(final RayLaunch start, final int block, final double re, final double im) {
        final TrackedWave wave = RayFamily.waveOf(m_profile, block);
        if (!wave.moveTo(start.z(), start.k().kx(), start.k().ky(), start.k().kz())) {
            return null;
        }
        wave.start(re, im);
        return wave.follow() ? wave : null;
    }

    private static int block(final BandSector sector) {
        return sector == BandSector.PLUS ? -1 : sector == BandSector.MINUS ? 1 : 0;
    }

    private int preferred(final BandSet bands) {
        final BandMeasures measures = bands.measures().orElseThrow();
        if (m_band == RayOptions.Band.FASTEST) {
            final int fastest = bands.fastest();
            if (bands.sector(fastest) != BandSector.TRIVIAL
                && bands.omegaIm(fastest) > bands.growthTolerance(fastest)) {
                return fastest;
            }
        }
        int best = -1;
        for (int b = 0; b < bands.size(); b++) {
            if (bands.sector(b) != BandSector.TRIVIAL
                && (best < 0 || measures.participation(b) > measures.participation(best) * (1 + 1e-9))) {
                best = b;
            }
        }
        return best;
    }

    private static int nearest(final BandSet bands, final double omega) {
        int best = -1;
        for (int b = 0; b < bands.size(); b++) {
            if (bands.sector(b) != BandSector.TRIVIAL && (best < 0
                || Math.abs(bands.omegaRe(b) - omega) < Math.abs(bands.omegaRe(best) - omega))) {
                best = b;
            }
        }
        return best;
    }
}
