package org.flavorwaves.physics.equilibrium.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.physics.equilibrium.CoRotating;
import org.flavorwaves.physics.equilibrium.CoRotation;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.equilibrium.system.CollectiveSums;
import org.flavorwaves.physics.equilibrium.system.EquilibriumSystem;
import org.flavorwaves.physics.equilibrium.system.Frame;
import org.flavorwaves.physics.equilibrium.system.FrameFinder;
import org.flavorwaves.physics.equilibrium.system.Scales;
import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;

/**
 * Follows one mixing equilibrium while the matter potential lambda and the strength q of the nu-nu term change slowly
 * (JK 27). Each |P_i| and eps_i stays; the twelve collective numbers, and Omega in a co-rotating frame, follow the
 * curve of solutions by its arclength, O(N) a step. With changing lambda this is the adiabatic MSW effect; with q
 * falling to 0 in the co-rotating frame it is Raffelt and Smirnov's spectral split.
 *
 * <p>The frame is chosen once for the whole path: it rotates if the external terms have a common axis at every point of
 * the track and the first equilibrium is not at rest. A path ends at a fold, beyond which there is no equilibrium
 * nearby, and where the H_i of a polarized mode vanishes.
 */
public final class EquilibriumPath {
    private final PathOptions m_options;

    /**
     * Creates a solver.
     *
     * @param options start, tolerance, frame and bounds
     */
    public EquilibriumPath(final PathOptions options) {
        m_options = options;
    }

    /**
     * Follows.
     *
     * @param input the state whose |P_i| are kept, and from which the first equilibrium is found
     * @param track the points (lambda, q)
     * @param progress told of the share done; may cancel
     * @return the equilibria, which end before the last point unless {@code end} is {@link PathEnd#REACHED} or
     *         {@link PathEnd#LIMIT}
     * @throws IllegalArgumentException if a rotating frame is required but the external terms have no common axis all
     *             along the track, or all P_i lie along it
     */
    public PathResult follow(final FlavorState input, final ParameterTrack track, final Progress progress) {
        final boolean axis = FrameFinder.symmetric(input, track.mostMatter(), Scales.field(input)).rotations() > 0;
        final EquilibriumOptions options = m_options.start();
        if (!axis && options.coRotating() == CoRotating.ON) {
            throw new IllegalArgumentException("There is no co-rotating frame, because the external terms of the modes "
                + "do not lie along one axis all along the path; set coRotating to AUTO or OFF.");
        }
        final EquilibriumResult found = new MixingEquilibrium(axis ? options
            : options.withCoRotating(CoRotating.OFF)).solve(input, track.environment(0), progress.part(0, 0.1));
        final Frame frame = found.path().name().startsWith("CO_ROTATING")
            ? FrameFinder.symmetric(found.state(), track.mostMatter(), Scales.field(input)) : Frame.REST;
        if (frame.rotations() > 0 && frame.phases().length == 0) {
            return alongAxis(found, track, progress.part(0.1, 1));
        }
        return new Run(found, track, frame).result(progress.part(0.1, 1));
    }

    /** All P_i lie along the axis, so that the rate of rotation has no meaning and the path is one at rest. */
    private PathResult alongAxis(final EquilibriumResult found, final ParameterTrack track, final Progress progress) {
        if (m_options.start().coRotating() == CoRotating.ON) {
            throw new IllegalArgumentException("All P_i lie along the symmetry axis of the external terms, so nothing "
                + "rotates; set coRotating to AUTO or OFF.");
        }
        final EquilibriumResult atRest = new MixingEquilibrium(m_options.start().withCoRotating(CoRotating.OFF))
            .solve(found.state(), track.environment(0), progress);
        return new Run(atRest, track, Frame.REST).result(progress);
    }

    /** One path. */
    private final class Run {
        private final EquilibriumResult m_start;

        private final ParameterTrack m_track;

        private final Frame m_frame;

        private final TrackCouplings m_path;

        private final CollectiveSums m_sums;

        private final EquilibriumSystem m_system;

        private final EquilibriumTracer m_tracer;

        private final double m_fieldScale;

        /** Whether the axis of the frame is z, about which matter only rotates. */
        private final boolean m_matterInFrame;

        Run(final EquilibriumResult start, final ParameterTrack track, final Frame frame) {
            m_start = start;
            m_track = track;
            m_frame = frame;
            m_fieldScale = Scales.field(start.state());
            m_matterInFrame = frame.rotations() > 0;
                        final double rate = frame.rotations() == 0 ? Scales.rate(start.state(), track.environment(0))
                : Scales.rate(start.state(), track.environment(0).withMatterPotential(0).withSelfInteraction(0));
            m_path = new TrackCouplings(track, frame, m_fieldScale / rate);
            m_sums = new CollectiveSums(start.state(), track.environment(0), start.alignment());
            m_system = new EquilibriumSystem(m_sums, m_path, frame, m_fieldScale, rate);
            m_tracer = new EquilibriumTracer(m_system, m_sums, m_path,
                new SecondVariation(m_system, m_path, frame, rate / m_fieldScale), track.size() - 1,
                m_options.start().tolerance(), rate);
        }

        PathResult result(final Progress progress) {
            if (!m_start.converged()) {
                final PathPoint none = new PathPoint(0, 0, m_track.environment(0).matterPotential(),
                    m_track.environment(0).selfInteraction(), m_start.field(), m_start.rotation().omega(), 0,
                    m_start.rotation().omega(), m_start.relativeResidual(), 0, 0,
                    alongMassAxis(m_start.field().toArray()), 0);
                return new PathResult(m_start, List.of(), List.of(), PathEnd.NO_START, none, 0, m_start.iterations(),
                    m_start.relativeResidual(), 0, m_start.advice(), reference());
            }
            final double[] x = start();
            final PathEnd end = m_tracer.follow(x, m_options.continueRoundFolds(), m_options.maxSteps(), progress);
            final CurveMark lastMark = m_tracer.last();
            final List<PathPoint> points = new ArrayList<>();
            final List<PathEvent> events = new ArrayList<>();
            for (final CurveMark mark : m_tracer.marks()) {
                if (mark.what() == CurveMark.What.STATION) {
                    points.add(point(mark));
                } else {
                    events.add(event(mark));
                }
            }
            final PathPoint last = point(lastMark);
            return new PathResult(m_start, List.copyOf(points), List.copyOf(events), end, last, m_tracer.steps(),
                m_start.iterations() + m_tracer.iterations(),
                points.stream().mapToDouble(PathPoint::residual).max().orElse(0), conservationError(points),
                advice(end, last), reference());
        }

        private double[] start() {
            final double[] omega = new double[m_frame.rotations()];
            final CoRotation r = m_start.rotation();
            final double matter = m_matterInFrame ? m_track.environment(0).matterPotential() * r.axisZ() : 0;
            final double[] axis = {r.axisX(), r.axisY(), r.axisZ()};
            for (int k = 0; k < omega.length; k++) {
                omega[k] = -m_track.environment(0).selfInteraction() * m_frame.conserved(k);
                for (int a = 0; a < 3; a++) {
                    omega[k] += (r.omega() - matter) * axis[a] * m_frame.axis(k, a);
                }
            }
            return m_system.unknownsOf(m_start.field().toArray(), omega);
        }

        private PathResult.Reference reference() {
            return new PathResult.Reference(m_start.state(), m_track.environment(0).thetaMix(), m_start.rotation(),
                conserved(), m_matterInFrame);
        }

        /** J^0 along the axis of the start. */
        private double conserved() {
            final double[] conserved = new double[m_frame.rotations()];
            for (int k = 0; k < conserved.length; k++) {
                conserved[k] = m_frame.conserved(k);
            }
            return along(new double[]{m_frame.rotation(conserved, 0), m_frame.rotation(conserved, 1),
                m_frame.rotation(conserved, 2)});
        }

        private double along(final double[] vector) {
            final CoRotation r = m_start.rotation();
            return FrameFinder.dot(new double[]{r.axisX(), r.axisY(), r.axisZ()}, vector);
        }

        private PathPoint point(final CurveMark mark) {
            final double[] x = mark.at().point();
            final double t = mark.at().parameter();
            m_path.leg(mark.leg());
            m_sums.refer(mark.reference());
            final double[] f = new double[m_system.equations()];
            m_system.residual(x, t, f);
            final double[] j = m_system.fieldOf(x);
            final double lambda = m_path.lambda(t);
            final double q = m_path.strength(t);
            final double excess = along(m_system.rotationOf(x, t));
            final double matter = m_matterInFrame ? lambda * m_start.rotation().axisZ() : 0;
            return new PathPoint(mark.station(), mark.sheet(), lambda, q, new CollectiveField(j),
                mark.reference() + excess + q * conserved() + matter, mark.reference(), excess,
                NewtonSolver.largest(f), mark.smallestField(), mark.smallestMode(), alongMassAxis(j), mark.index());
        }

        private double alongMassAxis(final double[] j) {
            final Environment environment = m_track.environment(0);
            return environment.bx() * j[0] + environment.bz() * j[2];
        }

        private PathEvent event(final CurveMark mark) {
            final PathPoint point = point(mark);
            final double t = mark.at().parameter();
            final double after = t + mark.uncertainty();
            return new PathEvent(PathEvent.Kind.valueOf(mark.what().name()), point,
                Math.abs(m_path.lambda(after) - m_path.lambda(t)), Math.abs(m_path.strength(after)
                    - m_path.strength(t)), mark.directions());
        }

        private double conservationError(final List<PathPoint> points) {
            double worst = 0;
            for (final PathPoint point : points) {
                for (int k = 0; k < m_frame.rotations(); k++) {
                    double component = -m_frame.conserved(k);
                    for (int a = 0; a < 3; a++) {
                        component += m_frame.axis(k, a) * point.field().get(0, a);
                    }
                    worst = Math.max(worst, Math.abs(component) / m_fieldScale);
                }
            }
            return worst;
        }

        private String advice(final PathEnd end, final PathPoint last) {
            final String where = String.format(Locale.ROOT, "lambda = %.10g, q = %.10g", last.matterPotential(),
                last.selfInteraction());
            return switch (end) {
                case REACHED -> "";
                case LIMIT -> String.format(Locale.ROOT, "At the last point itself |H| of mode %d is 0, so its P is "
                    + "that of the limit.", last.smallestMode());
                case FOLD -> "The equilibrium ends at a fold at " + where + ". Beyond there is none nearby; set "
                    + "continueRoundFolds to follow the curve back.";
                case RETURNED -> "Round the folds the curve comes back to the first point.";
                case ZERO_FIELD -> String.format(Locale.ROOT, "|H| of mode %d falls to %.3g at %s, which leaves its P "
                    + "without a direction. End the path before, or give the mixing angle or the self-interaction a "
                    + "value that is not zero.", last.smallestMode(), last.smallestField(), where);
                case STALLED -> String.format(Locale.ROOT, "The path could not be followed beyond %s after %d steps; "
                    + "the smallest |H| is %.3g, of mode %d. Try a larger tolerance or maxSteps.", where,
                    m_tracer.steps(), last.smallestField(), last.smallestMode());
                case NO_START -> m_start.advice();
            };
        }
    }
}
