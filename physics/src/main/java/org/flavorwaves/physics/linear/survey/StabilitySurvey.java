package org.flavorwaves.physics.linear.survey;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.flavorwaves.physics.distribution.crossing.LeptonCrossings;
import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.Certainty;
import org.flavorwaves.physics.linear.CoherentBackground;
import org.flavorwaves.physics.linear.survey.fast.ClosedMedium;
import org.flavorwaves.physics.linear.survey.fast.DirectedWave;
import org.flavorwaves.physics.linear.survey.fast.FastLineSearch;
import org.flavorwaves.physics.linear.survey.fast.FastSpaceSearch;
import org.flavorwaves.physics.linear.survey.fast.FastSpaceSearch.Found;
import org.flavorwaves.physics.linear.survey.fast.FastWave;
import org.flavorwaves.physics.linear.survey.fast.LeptonMedium;
import org.flavorwaves.physics.linear.survey.tensors.BeamTensors;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;

/**
 * Tells whether a cell is stable, and which wave grows fastest: a plain function of one cell, without shared state, for
 * loops over very many. Modes are beams as given, so the result is that of the dense problem.
 *
 * <p>Shortcuts, all exact for flavor states (P along z) in the fast limit: modes of one direction act together; a
 * medium whose lepton number has one sign in every direction is stable; along one direction the medium is a sum of 4 x
 * 4 tensors over the cosines, whose waves are found by {@link FastLineSearch} without a search over frequencies. Of
 * the two mirrored waves (Omega, K) and (-conj Omega, -K) the one against the flux is reported.
 *
 * <p>With all terms, and for polarization vectors that are not along z, the complete search of the linear problem is
 * made; it takes some hundred times as long.
 */
public final class StabilitySurvey implements Serializable {
    private static final long serialVersionUID = 1;

    /** What it looks for. */
    private final SurveyOptions m_options;

    /**
     * A survey.
     *
     * @param options what it looks for
     */
    public StabilitySurvey(final SurveyOptions options) {
        m_options = options;
    }

    /**
     * Assesses one cell.
     *
     * @param state its modes and polarization vectors
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @return its stability; never fails, {@link CellStability#status()} says if there is no result
     */
    public CellStability assess(final FlavorState state, final Environment environment) {
        return assess(state, environment, Progress.NONE);
    }

    /**
     * Assesses one cell.
     *
     * @param state its modes and polarization vectors
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param progress may cancel the search with all terms
     * @return its stability; {@link CellStability#status()} says if there is no result
     * @throws CancellationException if the progress cancels
     */
    public CellStability assess(final FlavorState state, final Environment environment, final Progress progress) {
        try {
            final boolean along = isFlavorState(state);
            if (m_options.terms() == SurveyOptions.Terms.FAST) {
                return along ? fast(state, environment) : CellStability.failed(
                    "the polarization vectors are not along z, so there is no fast limit; take all terms.");
            }
            final CellStability fast = along ? fast(state, environment)
                : CellStability.stable(depth(state, LeptonDirections.of(state)), Certainty.COMPLETE);
            final boolean enough = along && !FullSearch.hasMoreTerms(state.modes());
            return enough && m_options.terms() == SurveyOptions.Terms.AUTO ? fast
                : new FullSearch(m_options, Background.of(state, environment), progress).search(fast);
        } catch (final CancellationException e) {
            throw e;
        } catch (final IllegalArgumentException | IllegalStateException e) {
            return CellStability.failed(e.getMessage());
        }
    }

    /**
     * Assesses one cell of three flavors whose pairs act on each other, by the complete search. Directions and depth of
     * the crossing are those of the pair with the largest sum |G|.
     *
     * @param background state, mixing, matter and the strength of the nu-nu term
     * @param progress may cancel the search
     * @return its stability; {@link CellStability#status()} says if there is no result
     * @throws CancellationException if the progress cancels
     */
    public CellStability assess(final ThreeFlavorBackground background, final Progress progress) {
        if (m_options.terms() == SurveyOptions.Terms.FAST) {
            return CellStability.failed("the flavors are coherent, so there is no fast limit; take all terms.");
        }
        try {
            final FlavorState pair = background.leadingPair();
            return new FullSearch(m_options, CoherentBackground.of(background), progress).search(
                CellStability.stable(depth(pair, LeptonDirections.of(pair)), Certainty.COMPLETE));
        } catch (final CancellationException e) {
            throw e;
        } catch (final IllegalArgumentException | IllegalStateException e) {
            return CellStability.failed(e.getMessage());
        }
    }

    private static boolean isFlavorState(final FlavorState state) {
        boolean along = true;
        for (int i = 0; i < state.size(); i++) {
            along &= state.px(i) == 0 && state.py(i) == 0;
        }
        return along;
    }

    private CellStability fast(final FlavorState state, final Environment environment) {
        final LeptonDirections directions = LeptonDirections.of(state);
        final double depth = depth(state, directions);
        final double positive = directions.positive();
        final double negative = directions.negative();
        final double strength = (positive + negative) * environment.selfInteraction();
        if (positive == 0 || negative == 0 || strength == 0) {
            return CellStability.stable(depth, Certainty.NO_CROSSING);
        }
        final Direction axis = directions.fluxDirection().or(() -> directions.meanDirection(1))
            .orElse(new Direction(0, 0, 1));
        final LeptonMedium medium = LeptonMedium.of(directions, Math.copySign(positive + negative, strength));
        final Found found = m_options.directions() == SurveyOptions.Directions.ALL
            ? FastSpaceSearch.search(medium, axis, m_options.resolution(), m_options.floor())
            : alongFlux(medium.along(axis), axis);
        if (found.wave().wave().growth() == 0) {
            return CellStability.stable(depth, found.certainty());
        }
        return unstable(found, axis, new Shift(directions.density(), directions.flux()), environment,
            Math.abs(strength), depth);
    }

    /**
     * Assesses one cell from its moments, closed by maximum entropy, in the fast limit and for waves along the flux of
     * lepton number: integrals over the continuous distributions, without beams.
     *
     * @param bins moments of each energy bin, densities in the unit of the potentials
     * @param environment matter and the strength of the nu-nu term
     * @return its stability; never fails, {@link CellStability#status()} says if there is no result
     */
    public CellStability assess(final List<FlavorMoments> bins, final Environment environment) {
        try {
            final ClosedMedium medium = ClosedMedium.of(bins);
            final double[] parts = medium.parts();
            final double depth = ratio(parts[0], parts[1]);
            final double size = parts[0] + parts[1];
            final double strength = size * environment.selfInteraction();
            if (depth == 0 || strength == 0) {
                return CellStability.stable(depth, Certainty.NO_CROSSING);
            }
            final Direction axis = medium.axis();
            final Found found = alongFlux(medium.along(axis, Math.copySign(size, strength)), axis);
            return found.wave().wave().growth() == 0 ? CellStability.stable(depth, found.certainty())
                : unstable(found, axis, new Shift(medium.density(), medium.flux()), environment,
                    Math.abs(strength), depth);
        } catch (final IllegalArgumentException e) {
            return CellStability.failed(e.getMessage());
        }
    }

    /** The lepton number D^0 and its flux D^(1..3), by which physical and shifted waves differ (FR 15). */
    private record Shift(double density, Direction flux) {
    }

    private Found alongFlux(final BeamTensors tensors, final Direction axis) {
        final FastLineSearch.Found found = FastLineSearch.search(tensors, m_options.resolution(),
            m_options.floor(), m_options.transverse());
        return new Found(new DirectedWave(axis, found.wave()), found.certainty());
    }

    private static double depth(final FlavorState state, final LeptonDirections directions) {
        if (directions.axis().isPresent()) {
            return LeptonCrossings.of(state).depth();
        }
        return ratio(directions.positive(), directions.negative());
    }

    private static double ratio(final double positive, final double negative) {
        final double larger = Math.max(positive, negative);
        return larger > 0 ? Math.min(positive, negative) / larger : 0;
    }

    /** Back to physical frequencies and wave vectors, and to the mirrored wave if that is against the flux. */
    private static CellStability unstable(final Found found, final Direction flux,
        final Shift lepton, final Environment environment, final double strength, final double depth) {
        final DirectedWave directed = found.wave();
        final FastWave wave = directed.wave();
        final double q = environment.selfInteraction();
        final Direction shift = lepton.flux();
        final double k = wave.k() * strength;
        final double kx = k * directed.axis().x() - q * shift.x();
        final double ky = k * directed.axis().y() - q * shift.y();
        final double kz = k * directed.axis().z() - q * shift.z();
        final double omega = wave.omegaRe() * strength - q * lepton.density() - environment.matterPotential();
        final double mirror = kx * flux.x() + ky * flux.y() + kz * flux.z() > 0 ? -1 : 1;
        return new CellStability(CellStability.OK, false, CellStability.Kind.FAST, wave.growth() * strength,
            mirror * omega, mirror * kx, mirror * ky, mirror * kz, wave.polarization(), depth,
            found.certainty());
    }
}
