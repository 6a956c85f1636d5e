package org.flavorwaves.physics.transport.rays;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;

/**
 * Follows flavor waves through a slowly varying background (JK 85), each independently of the others, O(N) a step. The
 * background does not depend on time and varies along z only, so Omega, k_x and k_y are conserved on a band.
 *
 * <p>Equations are integrated by the method of Dormand and Prince of order 8. A ray that cannot go on ends with an
 * event
 * that says where; it is no error.
 */
public final class RayTracer {
    private final RayOptions m_options;

    /**
     * A tracer.
     *
     * @param options how rays are followed
     */
    public RayTracer(final RayOptions options) {
        m_options = options;
    }

    /**
     * Follows rays.
     *
     * @param profile the background
     * @param launches where they start
     * @param progress told the share of finished launches
     * @return one ray a launch, followed by those split from it, in the order of the launches; the same for any number
     *         of threads
     * @throws IllegalArgumentException if a launch is outside the profile or has no band to follow; names it
     */
    public List<Ray> trace(final BackgroundProfile profile, final List<RayLaunch> launches, final Progress progress) {
        final List<List<Ray>> families = new ArrayList<>();
        for (int i = 0; i < launches.size(); i++) {
            families.add(List.of());
        }
        final AtomicInteger done = new AtomicInteger();
        final Progress step = (fraction, message) -> progress.report(done.get() / (double) launches.size(), message);
        ParallelLoop.forEach(launches.size(), "Rays", progress, i -> {
            families.set(i, new RayFamily(profile, m_options, i, launches.get(i), step).trace());
            done.incrementAndGet();
        });
        final List<Ray> rays = new ArrayList<>();
        for (final List<Ray> family : families) {
            final int first = rays.size();
            for (final Ray ray : family) {
                rays.add(ray.parent() < 0 ? ray
                    : new Ray(ray.launch(), first + ray.parent(), ray.points(), ray.events(), ray.monitors()));
            }
        }
        return rays;
    }
}
