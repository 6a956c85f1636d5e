package org.flavorwaves.physics.transport.rays;

import java.util.List;

/**
 * One ray.
 *
 * @param launch index of its start
 * @param parent index of the ray it was split from among all rays, -1 for a launched one
 * @param points at the times of output, and at its end
 * @param events in their order
 * @param monitors what should be conserved
 */
public record Ray(int launch, int parent, List<RayPoint> points, List<RayEvent> events, Monitors monitors) {
    /**
     * Copies the lists.
     *
     * @param launch index of its start
     * @param parent index of the ray it was split from among all rays, -1 for a launched one
     * @param points at the times of output, and at its end
     * @param events in their order
     * @param monitors what should be conserved
     */
    public Ray {
        points = List.copyOf(points);
        events = List.copyOf(events);
    }

    /**
     * How well a ray keeps what a background at rest conserves.
     *
     * @param frequencyDrift largest |Re Omega - Re Omega_0| on one band, in the units of the potentials; the medium
     *             does
     *            not depend on time
     * @param condition largest condition of the band
     * @param steps accepted steps
     */
    public record Monitors(double frequencyDrift, double condition, int steps) {
    }
}
